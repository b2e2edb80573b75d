// A search from question to answers: what can be shown at once, then what is better, and in the end what is sure.

import { isByChance, strange } from "./chance.js";
import { areFirst, take, titledFirst } from "./found.js";
import { openIndex } from "./index.js";
import { figuresOf, find } from "./query.js";
import { askedOf } from "./words.js";

const AT_A_TIME = 10;

export class Searcher {
  #turn = 0;
  #parts = []; // those that have what was found last
  #results = []; // what was found last and is not shown yet

  /** `about` is what `loadAbout` gives, `settings` those of the page. */
  constructor(bundle, about, settings) {
    this.index = openIndex(bundle, about, settings);
    this.settings = { ...settings, skip: new Set(settings.skip) };
  }

  /**
   * Search for `text`, narrowed by `picked`, in the order of `sort`. An answer has the first results (`loaded`). One that
   * comes from all of the index says how many there are (`total`), and how many of those have all the words (`whole`); the
   * last one has the `figures` of the filters in `counted` too. Another search ends this one.
   */
  async *search(text, asked) {
    const mine = ++this.#turn;
    const index = await this.index;
    let [isFirst, hasShown] = [true, false];
    for await (const found of find(index, text, asked, this.settings)) {
      if (mine !== this.#turn) return;
      if (found.isAll) return yield* this.#sure(found, text, asked, hasShown);
      if (!hasShown && !found.isByChance && (isFirst || !found.sort))
        for await (const answer of this.#early(index, found, text)) {
          hasShown = true;
          yield answer;
        }
      if (isFirst) index.prepare(askedOf(text, this.settings).all, asked);
      isFirst = false;
    }
  }

  // What there is before all parts answered. Sorted results are shown only where no other part can have better ones.
  async *#early(index, found, text) {
    const results = found.results;
    if (found.sort) {
      const loaded = await take(results, AT_A_TIME);
      if (loaded.length === AT_A_TIME && areFirst(loaded, found.sort, index.rest)) yield { loaded };
      return;
    }
    const [first] = await take(results, 1);
    if (this.#isChance(text, [first])) return;
    yield { loaded: [first] };
    yield { loaded: titledFirst([first, ...(await take(results, AT_A_TIME - 1))], text) };
  }

  // The first result stands there as soon as it can; only then what the others need is asked for, and the figures.
  async *#sure(found, text, asked, hasShown) {
    const { results, parts } = found;
    [this.#results, this.#parts] = [results, parts];
    const answer = { total: found.total, whole: found.numberWhole };
    const [first] = await take(results, 1);
    if (first && !hasShown && !this.#isChance(text, [first])) yield { ...answer, loaded: [first] };
    const [others, figures] = await Promise.all([
      take(results, first ? AT_A_TIME - 1 : 0),
      this.figures(text, asked),
    ]);
    const all = first ? [first, ...others] : [];
    if (this.#isChance(text, all)) return yield { total: 0, whole: 0, loaded: [], figures };
    yield { ...answer, loaded: found.sort ? all : titledFirst(all, text), figures };
  }

  #isChance(text, loaded) {
    return text.trim() && loaded.length && isByChance(loaded, text, this.settings.skip);
  }

  /** The figures of other filters, for the last search. */
  async figures(text, asked) {
    return figuresOf(await this.index, this.#parts, text, asked, this.settings);
  }

  /** Further results of the last search. */
  more() {
    return take(this.#results, AT_A_TIME);
  }

  /** The words of a text that no page has. */
  async strange(text, loaded) {
    return strange(await this.index, text, loaded, this.settings.skip);
  }
}
