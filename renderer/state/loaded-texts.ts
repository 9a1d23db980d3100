// Holds which texts of which language the window has loaded, and loads those of another one.
import { language, type Language } from '../../shared/domain/language';

/** The objects of texts of one module, in the order in which they stand there. */
type Texts = readonly object[];

/** One module of texts; each language is a file of its own. */
interface TextFile {
  readonly load: Readonly<Record<Language, () => Promise<{ readonly TEXTS: Texts }>>>;
  readonly loaded: Partial<Record<Language, Texts>>;
  /** What the page reads, by the place of its texts. */
  readonly shown: object[];
}

const files: TextFile[] = [];
/** Languages that were asked for; modules that come later are loaded in all of them. */
const wanted = new Set<Language>();

/** Registers a module of texts. The build writes the calls of this and the next function (`electron.vite.languages.ts`). */
export function textFile(load: TextFile['load']): TextFile {
  const file: TextFile = { load, loaded: {}, shown: [] };
  files.push(file);
  return file;
}

/** One object of texts: reading it gives the text of the current language, or, where that is not loaded, of another one. */
export function textsOf(file: TextFile, index: number): object {
  const shown = (file.shown[index] = {});
  return new Proxy(shown, {
    get: (_, name): unknown => {
      const texts = file.loaded[language()] ?? Object.values(file.loaded)[0];
      return Reflect.get(texts?.[index] ?? shown, name);
    }
  });
}

/** Whether all texts of this language are loaded that are known so far. Where nothing is built, they are. */
export function hasTexts(wantedLanguage: Language): boolean {
  return files.every(({ loaded }) => loaded[wantedLanguage]);
}

/** Loads the texts of these languages, of all modules so far and of those that come. Rejects when a file does not come. */
export async function loadTexts(...languages: readonly Language[]): Promise<void> {
  for (const one of languages) wanted.add(one);
  await Promise.all(languages.map(loadLanguage));
}

const loadLanguage = (one: Language): Promise<unknown> => Promise.all(files.map(file => loadFile(file, one)));

async function loadFile(file: TextFile, one: Language): Promise<void> {
  if (file.loaded[one]) return;
  const { TEXTS } = await file.load[one]();
  file.loaded[one] = TEXTS;
  // So that the names can be listed; what they say is read above.
  TEXTS.forEach((texts, index) => Object.assign(file.shown[index] ?? {}, texts));
}

/** The module, once its texts are there too. It is shown without those of a language that is not the page's. */
export async function withTexts<Module>(loading: Promise<Module>): Promise<Module> {
  const module = await loading;
  const current = language();
  const others = [...wanted].filter(one => one !== current);
  await Promise.all([loadLanguage(current), ...others.map(one => loadLanguage(one).catch(() => undefined))]);
  return module;
}
