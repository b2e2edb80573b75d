// What the parts of an index found for a search, put together.

import { byScore } from "./index.js";
import { plain } from "./words.js";

/** `whole`: results with all the words, where these have some of them. */
export class Found {
  isAll = false;
  #answers = [];

  constructor(sort, before) {
    Object.assign(this, { sort, whole: before?.results ?? [], isSome: Boolean(before), before });
  }

  /** Answers are of a part each: its `results`, and whether it has them for want of better (`isByChance`). */
  add(answers) {
    this.#answers.push(...answers);
  }

  // What parts have by chance counts only where none has what was looked for.
  get #meant() {
    const meant = this.#answers.filter(({ results, isByChance }) => results.length && !isByChance);
    return meant.length ? meant : this.#answers;
  }

  get #lists() {
    return this.#meant.map(({ results }) => results);
  }

  /** The parts whose pages with all the words are found. */
  get parts() {
    return this.before ? this.before.parts : this.#meant.map(({ part }) => part);
  }

  get isByChance() {
    return this.#answers.every(({ results, isByChance }) => isByChance || !results.length);
  }

  get total() {
    return this.#lists.reduce((total, { length }) => total + length, this.whole.length);
  }

  /** How many have all the words. */
  get numberWhole() {
    return this.isSome ? this.whole.length : this.total;
  }

  /** All of them in their order, for `take`. */
  get results() {
    if (this.sort) return { lists: this.#lists.map((list) => [...list]), sort: this.sort };
    return [...this.whole, ...this.#lists.flat().sort(this.isSome ? byWords : byScore)];
  }
}

const byWords = (one, other) => other.words - one.words || other.score - one.score;

/**
 * Load the next `number` results; they are taken out of `results`. Of sorted ones there is a list for each part: what is
 * first of all is known when the first of each is loaded.
 */
export async function take(results, number) {
  const [only, ...others] = Array.isArray(results) ? [results] : results.lists.filter((list) => list.length);
  if (!others.length) return Promise.all((only ?? []).splice(0, number).map((result) => result.data()));
  const taken = [];
  while (taken.length < number && results.lists.some((list) => list.length)) {
    const heads = results.lists.filter((list) => list.length);
    const loaded = await Promise.all(heads.map((list) => list[0].data()));
    const value = (place) => valueOf(loaded[place], results.sort);
    const [first] = heads.map((_, place) => place).sort((one, other) => compare(value(other), value(one)));
    heads[first].shift();
    taken.push(loaded[first]);
  }
  return taken;
}

const valueOf = (data, sort) => data.filters[sort]?.[0] ?? "";
const compare = (one, other) => one.localeCompare(other, "en", { numeric: true });

/** Whether no part that has not answered yet can have anything that comes before the last of these sorted results. */
export const areFirst = (loaded, sort, rest) => compare(valueOf(loaded.at(-1), sort), rest[sort] ?? "") >= 0;

/** The first results, those before the others whose title is what was typed, or begins with it. */
export function titledFirst(loaded, text) {
  const asked = plain(text.trim());
  const rank = ({ meta }) => (plain(meta.title) === asked ? 0 : plain(meta.title).startsWith(asked) ? 1 : 2);
  return loaded.toSorted((one, other) => rank(one) - rank(other));
}
