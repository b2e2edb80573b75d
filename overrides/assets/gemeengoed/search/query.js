// A search: first pages with all the words, then those with some of them.

import { areByChance } from "./chance.js";
import { Found } from "./found.js";
import { pause } from "./index.js";
import { askedOf } from "./words.js";

const ENOUGH = 3;
const TOGETHER = 4; // parts that are asked at the same time, after the first
const ABOUT_SITE = { about: ["site"] }; // a filter of those pages only, so that it is small
const SITE_COUNTS = 0.35; // pages about this site come after what the commons knows

/**
 * Search for what was typed, in one part of the index after the other; `settings` are those of the page. Gives what is
 * found each time that parts answered; `isAll` says of the last time that nothing will change any more.
 */
export async function* find(index, text, asked, settings) {
  const { words, all } = askedOf(text, settings);
  const found = new Found(asked.sort);
  const mayBeSome = words.length > 1 && !asked.sort;
  for await (const { answers, isLast } of inTurn(index.waves, (part) => withAll(part, words, all, asked))) {
    found.add(answers);
    found.isAll = isLast && !(mayBeSome && found.total < ENOUGH);
    yield found;
  }
  if (found.isAll) return;
  const some = new Found("", found);
  const known = new Set(some.whole.map(({ id }) => id));
  for await (const { answers, isLast } of inTurn(index.waves, (part) => withSome(part, words, asked, known))) {
    some.add(answers);
    some.isAll = isLast;
    yield some;
  }
}

// Ask the first parts alone, and then a few at a time, so that one computes while another loads.
async function* inTurn(waves, ask) {
  const asked = [];
  for (let next = 0; next < waves.length || asked.length; ) {
    for (const most = next ? TOGETHER : 1; asked.length < most && next < waves.length; next += 1)
      asked.push(Promise.all(waves[next].map(ask)));
    yield { answers: await asked.shift(), isLast: next === waves.length && !asked.length };
  }
}

/**
 * The figures of the filters named in `counted`, of pages with all that was typed, in some `parts`. Of a filter that
 * something is picked of they are those without it: what else one could pick.
 */
export async function figuresOf(index, parts, text, { picked, counted }, settings) {
  const { all } = askedOf(text, settings);
  const figures = await index.count(parts, all, { picked, counted });
  for (const name of Object.keys(picked).filter((one) => counted.includes(one))) {
    const { [name]: _, ...others } = picked;
    figures[name] = (await index.count(parts, all, { picked: others, counted: [name] }))[name];
  }
  return figures;
}

async function withAll(part, words, all, asked) {
  await pause();
  const results = asked.sort ? await part.search(all, asked) : await ranked(part, all, asked);
  return { part, results, isByChance: part.hasOthers && (await areByChance(part, words, results)) };
}

// Pages about this site come after what the commons knows, unless they are what is asked for.
async function ranked(part, words, asked) {
  const results = await part.search(words, asked);
  for (const result of results) result.score *= part.counts;
  if (asked.picked.kind) return results;
  const about = await part.search(words, { picked: { ...asked.picked, ...ABOUT_SITE } });
  const demoted = new Set(about.map(({ id }) => id));
  for (const result of results) if (demoted.has(result.id)) result.score *= SITE_COUNTS;
  return results;
}

// Pages with some of the words, but for those that are known already.
async function withSome(part, words, asked, known) {
  await pause();
  const found = new Map();
  for (const word of words) {
    const results = await ranked(part, word, asked);
    if (part.hasOthers && (await areByChance(part, [word], results))) continue;
    for (const result of results) {
      if (known.has(result.id)) continue;
      const before = found.get(result.id) ?? Object.assign(result, { words: 0, sum: 0 });
      found.set(result.id, Object.assign(before, { words: before.words + 1, sum: before.sum + result.score }));
    }
  }
  const results = [...found.values()];
  for (const result of results) result.score = result.sum;
  return { part, results };
}
