// JSON as it is written: numbers keep their digits and objects their duplicate keys, which JSON.parse would lose.

/** A number, `true`, `false` or `null`, exactly as written. */
export class Word {
  constructor(readonly text: string) {}
}

export interface Field {
  key: string;
  value: Node;
  /** The key is written with an escape: the same key in another spelling. */
  isKeyEscaped?: boolean;
}

export class Fields {
  constructor(readonly list: Field[]) {}

  /** If a key occurs twice, the last one counts. */
  last(key: string): Field | undefined {
    return this.list.findLast(field => field.key === key);
  }

  /** Sets the last field of this key, or adds one. */
  set(key: string, value: Node): void {
    const found = this.last(key);
    if (found) found.value = value;
    else this.list.push({ key, value });
  }
}

export type Node = string | Word | Fields | Node[];

/** Makes a node of plain values: text, numbers, lists and records of them. */
export function nodeOf(value: unknown): Node {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(nodeOf);
  if (typeof value !== 'object' || value === null) return new Word(String(value));
  return new Fields(Object.entries(value).map(([key, inner]) => ({ key, value: nodeOf(inner) })));
}

export function writeJson(node: Node): string {
  if (typeof node === 'string') return JSON.stringify(node);
  if (node instanceof Word) return node.text;
  if (Array.isArray(node)) return `[${node.map(writeJson).join(',')}]`;
  const fields = node.list.map(({ key, value, isKeyEscaped }) => {
    const first = key.charCodeAt(0).toString(16).padStart(4, '0');
    const name =
      isKeyEscaped && key ? `"\\u${first}${JSON.stringify(key.slice(1)).slice(1)}` : JSON.stringify(key);
    return `${name}: ${writeJson(value)}`;
  });
  return `{${fields.join(',')}}`;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const BLANKS = /[ \t\r\n]*/y;
const WORD = /[^,\]}\s]+/y;

/** Reads text that JSON.parse has accepted; null: JSON.parse has refused it. */
export function readJson(text: string): Node | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  return new Reader(text).value();
}

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  value(): Node {
    const first = this.#peek();
    if (first === '{') return this.#fields();
    if (first === '[') return this.#list();
    return first === '"' ? (JSON.parse(this.#take(STRING)) as string) : new Word(this.#take(WORD));
  }

  #fields(): Fields {
    const list: Field[] = [];
    this.#at++;
    while (this.#peek() !== '}') {
      if (this.#peek() === ',') this.#at++;
      this.#peek();
      const written = this.#take(STRING);
      this.#peek();
      this.#at++;
      list.push({
        key: JSON.parse(written) as string,
        isKeyEscaped: written.includes('\\'),
        value: this.value()
      });
    }
    this.#at++;
    return new Fields(list);
  }

  #list(): Node[] {
    const list: Node[] = [];
    this.#at++;
    while (this.#peek() !== ']') {
      if (this.#peek() === ',') this.#at++;
      list.push(this.value());
    }
    this.#at++;
    return list;
  }

  /** The next character that is no whitespace. */
  #peek(): string {
    this.#take(BLANKS);
    return this.text[this.#at] ?? '';
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.text) ?? [''];
    this.#at += found.length;
    return found;
  }
}
