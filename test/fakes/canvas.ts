// A canvas for a page without one: accepts every drawing call of the chart and records the texts that were drawn.

/** A method for every call of the chart; the width of a text follows from the number of its letters. */
function contextOf(written: string[]): CanvasRenderingContext2D {
  const methods: Record<string, unknown> = {
    fillText: (text: string) => void written.push(text),
    clearRect: () => void written.splice(0),
    // Each sign has pixels of its own, as with a font that knows it.
    getImageData: () => ({ data: [...written.join('')].map(sign => sign.codePointAt(0)) }),
    measureText: (text: string) => ({ width: text.length * 6 })
  };
  return new Proxy(methods, {
    get: (own, name: string) => own[name] ?? ((): void => undefined),
    set: (own, name: string, value) => Reflect.set(own, name, value)
  }) as unknown as CanvasRenderingContext2D;
}

class FakePath {
  addPath(): void {}
  moveTo(): void {}
  lineTo(): void {}
  rect(): void {}
  arc(): void {}
  closePath(): void {}
}

const textsByCanvas = new WeakMap<HTMLCanvasElement, string[]>();
const contexts = new WeakMap<HTMLCanvasElement, CanvasRenderingContext2D>();

/** Replaces every canvas of this page from now on. */
export function fakeCanvas(): void {
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
    const written = textsByCanvas.get(this) ?? [];
    const context = contexts.get(this) ?? contextOf(written);
    textsByCanvas.set(this, written);
    contexts.set(this, context);
    return context;
  } as unknown as HTMLCanvasElement['getContext'];
  Object.assign(globalThis, { Path2D: FakePath });
}

/** The texts on the axes of the page's charts, as last drawn. */
export function writtenTexts(): string[] {
  return [...document.querySelectorAll('canvas')].flatMap(canvas => textsByCanvas.get(canvas) ?? []);
}
