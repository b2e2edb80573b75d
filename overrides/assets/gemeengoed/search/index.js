// The search index: Pagefind, over all parts of the index, with what is no longer as it was left out.

import { MARK } from "./mark.js";

const SORTED = "-x-sorted"; // behind a language: the lists of pages with the orders that one may sort by (canonical.py)
const PART = "gg-part"; // a filter that every part is given here: its figures say how many results come from which

/** Open the index in the folder `bundle`. `weights` says how much a word in each field counts. */
export async function openIndex(bundle, weights) {
  const [{ createInstance }, about] = await Promise.all([
    import(new URL("pagefind.js", bundle)),
    fetch(new URL("parts.json", bundle), { cache: "no-cache" }).then((answer) => answer.json()),
  ]);
  const common = { baseUrl: new URL("../", bundle).pathname, highlightParam: MARK, ranking: { metaWeights: weights } };
  // Pagefind puts the results of parts together by their score; where that is nothing they stay as each part sorted them.
  const open = async (isSorted) => {
    const options = (part) => ({
      ...common,
      ...(isSorted && { language: document.documentElement.lang.toLowerCase() + SORTED }),
      indexWeight: isSorted ? 0 : 1,
      mergeFilter: { [PART]: `${part}` },
    });
    // Without a worker: that is a second program of 40 kB, for work of some milliseconds.
    const engine = createInstance({ basePath: bundle.href, noWorker: true, ...options(0) });
    await Promise.all(about.parts.map((part, place) => engine.mergeIndex(new URL(part, bundle).pathname, options(place + 1))));
    return engine;
  };
  return new Index(open, about);
}

class Index {
  constructor(open, { parts, stale }) {
    this.open = open;
    this.parts = parts.length + 1;
    this.stale = stale;
    this.engines = {};
  }

  /** Pages with all of `words`, in the order of `sort` ("" is by relevance), narrowed by `picked` (any of the values of a name). */
  async search(words, { picked = {}, sort = "" } = {}) {
    const found = await this.#ask(words, filtersOf(picked), sort);
    const results = found.results.filter(({ id }) => !(id in this.stale));
    return { results: sort && this.parts > 1 ? { lists: this.#byPart(found), sort } : results, total: results.length };
  }

  /** How many of those pages each value has of the filters named in `counted`; each of them costs the reader a file. */
  async count(words, { picked = {}, counted = [] } = {}) {
    const asked = Object.fromEntries(counted.map((name) => [name, { none: [] }])); // so that they are loaded
    const { results, filters = {} } = await this.#ask(words, { ...asked, ...filtersOf(picked) });
    return this.#without(structuredClone(filters), results.map(({ id }) => id).filter((id) => id in this.stale));
  }

  async #ask(words, filters, sort = "") {
    const engine = await (this.engines[sort ? "sorted" : "plain"] ??= this.open(Boolean(sort)));
    return engine.search(words, sort ? { filters, sort: { [sort]: "desc" } } : { filters });
  }

  #byPart({ results, filters }) {
    let from = 0;
    return Array.from({ length: this.parts }, (_, part) => {
      const to = from + (filters[PART]?.[part] ?? 0);
      const list = results.slice(from, to).filter(({ id }) => !(id in this.stale));
      from = to;
      return list;
    });
  }

  // A page that changed since the older parts were made is in the newest one: its old entries do not count.
  #without(figures, entries) {
    for (const entry of entries)
      for (const [name, values] of Object.entries(this.stale[entry]))
        for (const value of values) if (figures[name]?.[value]) figures[name][value] -= 1;
    return figures;
  }
}

const filtersOf = (picked) => Object.fromEntries(Object.entries(picked).map(([name, values]) => [name, { any: values }]));

/**
 * Load the next `number` results; they are taken out of `results`. Of sorted ones there is a list for each part: what is
 * first of all is known when the first of each is loaded.
 */
export async function take(results, number) {
  if (Array.isArray(results)) return Promise.all(results.splice(0, number).map((result) => result.data()));
  const taken = [];
  while (taken.length < number && results.lists.some((list) => list.length)) {
    const heads = results.lists.filter((list) => list.length);
    const loaded = await Promise.all(heads.map((list) => list[0].data()));
    const value = (data) => data.filters[results.sort]?.[0] ?? "";
    const compare = (one, other) => value(loaded[other]).localeCompare(value(loaded[one]), "en", { numeric: true });
    const [first] = heads.map((_, place) => place).sort(compare);
    heads[first].shift();
    taken.push(loaded[first]);
  }
  return taken;
}
