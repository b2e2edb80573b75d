// The search index: Pagefind, an instance of it for each part, so that a part can be asked before the others.

import { MARK } from "./mark.js";

const SORTED = "-x-sorted"; // behind a language: the lists of pages with the orders that one may sort by (canonical.py)
const LATER = "later/"; // the part with the pages that changed since the others were made
const AT_ONCE = 3; // so many parts are asked together; of more of them those that have the best pages come first
const FIRST_COUNTS = 1.35; // how much more a page counts that stands in the first of many parts (spread.py)
const NOWHERE = { "gg-nowhere": { any: ["-"] } }; // a filter that no page has: nothing is ranked, all is counted

/** Whether the index has so many parts that a reader's browser should search beside the page, not in it. */
export const isLarge = ({ parts }) => parts.length + 1 > AT_ONCE;

/** What there is in the folder `bundle`: its parts, and the entries that hold no longer. */
export const loadAbout = (bundle) =>
  fetch(new URL("parts.json", bundle), { cache: "no-cache" }).then((answer) => answer.json());

/** Open the index that `about` tells of. `weights` says how much a word in each field counts, `language` that of the page. */
export async function openIndex(bundle, about, { weights, language }) {
  const { PagefindInstance } = await import(new URL("pagefind.js", bundle));
  const program = {}; // is loaded once, by the part that is asked first
  const part = (name) => new Part(name, { Engine: PagefindInstance, bundle, about, weights, language, program });
  return new Index(["", ...about.parts].map(part), about);
}

class Index {
  constructor(parts, about) {
    const isFirst = ({ name }) => name === "" || name === LATER;
    const [first, others] = [parts.filter(isFirst), parts.filter((part) => !isFirst(part))];
    this.waves = isLarge(about) ? [first, ...others.map((part) => [part])] : [[...first, ...others]];
    this.rest = about.rest;
    if (this.waves.length > 1) for (const part of first) part.counts = FIRST_COUNTS;
    for (const part of parts) part.hasOthers = parts.length > 1;
  }

  /** Pages with all of `words`, the best first, of as many parts as it takes to have `enough`. */
  async search(words, enough) {
    const results = [];
    for (const wave of this.waves) {
      results.push(...(await Promise.all(wave.map((part) => part.search(words)))).flat());
      if (results.length >= enough) break;
    }
    return results.sort(byScore);
  }

  /** Whether a word stands on any page, in one of its forms. */
  async has(word) {
    for (const wave of this.waves) if ((await Promise.all(wave.map((part) => part.has(word)))).includes(true)) return true;
    return false;
  }

  /** How many pages of some parts each value has of the filters named in `counted`; each of them costs the reader a file. */
  async count(parts, words, asked) {
    const figures = {};
    for (const wave of this.waves) {
      const ofParts = await Promise.all(wave.filter((part) => parts.includes(part)).map((part) => part.count(words, asked)));
      for (const [name, values] of ofParts.flatMap(Object.entries))
        for (const [value, number] of Object.entries(values)) (figures[name] ??= {})[value] = (figures[name][value] ?? 0) + number;
      await pause();
    }
    return figures;
  }

  /** Begin to load what the parts need that are asked last. */
  prepare(words, asked) {
    for (const part of this.waves.slice(1).flat()) part.prepare(words, asked).catch(() => {}); // whoever asks it is told
  }
}

class Part {
  constructor(name, shared) {
    Object.assign(this, { name, ...shared });
    this.engines = {};
    this.counts = 1;
  }

  /** Pages with all of `words`, in the order of `sort` ("" is by relevance), narrowed by `picked` (any of the values of a name). */
  async search(words, { picked = {}, sort = "" } = {}) {
    const { results } = await this.#ask(words, filtersOf(picked), sort);
    const current = results.filter(({ id }) => !this.#isStale(id));
    if (isEmpty(picked)) this.known = { words, stale: results.map(({ id }) => id).filter((id) => this.#isStale(id)) };
    return sort ? current.sort(byScore) : current; // Pagefind says by the score which comes first, and leaves them as they are
  }

  async count(words, { picked = {}, counted = [] }) {
    const asked = loading(counted);
    if (isEmpty(picked) && (isEmpty(this.about.stale) || this.known?.words === words)) {
      const { totalFilters } = await this.#ask(words, { ...asked, ...NOWHERE });
      return this.#without(totalFilters, this.known?.words === words ? this.known.stale : []);
    }
    const { results, filters } = await this.#ask(words, { ...asked, ...filtersOf(picked) });
    return this.#without(filters, results.map(({ id }) => id).filter((id) => this.#isStale(id)));
  }

  async has(word) {
    return (await this.#ask(`"${word}"`, NOWHERE)).unfilteredResultCount > 0;
  }

  async prepare(words, { picked, counted, sort }) {
    const engine = await this.#engine(Boolean(sort));
    await engine.preload(words, { filters: { ...loading(counted), ...filtersOf(picked) } });
  }

  async #ask(words, filters, sort = "") {
    const engine = await this.#engine(Boolean(sort));
    return engine.search(words, sort ? { filters, sort: { [sort]: "desc" } } : { filters });
  }

  #engine(isSorted) {
    return (this.engines[isSorted ? "sorted" : "plain"] ??= this.#open(isSorted));
  }

  async #open(isSorted) {
    const { bundle, about, weights, program } = this;
    const engine = new this.Engine({
      basePath: new URL(this.name, bundle).href,
      baseUrl: new URL("../", bundle).pathname,
      highlightParam: MARK,
      ranking: { metaWeights: weights },
    });
    // What Pagefind would load from a file of each part stands in that of all.
    engine.loadEntry = async () =>
      Object.assign(engine, { languages: about.languages[this.name], loadedVersion: engine.version, includeCharacters: about.characters });
    const language = this.language.toLowerCase() + (isSorted ? SORTED : "");
    const isFirst = !program.loading;
    if (!isFirst) await program.loading;
    const opening = engine.init(language, { load_wasm: isFirst });
    program.loading ??= opening;
    await opening;
    return engine;
  }

  #isStale(id) {
    return id in this.about.stale;
  }

  // A page that changed since the older parts were made is in the newest one: its old entries do not count.
  #without(figures, entries) {
    for (const entry of entries)
      for (const [name, values] of Object.entries(this.about.stale[entry]))
        for (const value of values) if (figures[name]?.[value]) figures[name][value] -= 1;
    return figures;
  }
}

const filtersOf = (picked) => Object.fromEntries(Object.entries(picked).map(([name, values]) => [name, { any: values }]));
const isEmpty = (some) => !Object.keys(some).length;
const loading = (counted) => Object.fromEntries(counted.map((name) => [name, { none: [] }]));

export const byScore = (one, other) => other.score - one.score;

/** Let the browser do what else there is: a letter that was typed, another search. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));
