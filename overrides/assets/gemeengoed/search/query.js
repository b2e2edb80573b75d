// What somebody typed, made into searches: first pages with all the words, then those with some of them.

const ENOUGH = 3;
const ABOUT_SITE = { about: ["site"] }; // a filter of those pages only, so that it is small
const SITE_COUNTS = 0.35; // pages about this site come after what the commons knows

/** The words of a question, without those that say nothing (`skip`); all of them where none is left. */
export function wordsOf(text, skip) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !skip.has(word.toLocaleLowerCase()));
  return telling.length ? telling : words;
}

/** Whether the words stand between quotation marks: then they are looked for as they stand there. */
export const isExact = (text) => /^\s*".+"\s*$/.test(text);

/** The words that the index is asked for all at once; with filters only, the word that is on every item. */
export function askedOf(text, { skip, every }) {
  const words = isExact(text) ? [text.trim()] : wordsOf(text, skip);
  return { words, all: words.join(" ") || every };
}

/**
 * Search for what was typed. `settings` are those of the page. Gives `results`, how many there are (`total`), and how many
 * of them have all the words (`whole`).
 */
export async function find(index, text, { picked, sort }, settings) {
  const { words, all } = askedOf(text, settings);
  const found = await index.search(all, { picked, sort });
  if (sort || !words.length) return { ...found, whole: found.total };
  let results = await demote(index, all, picked, found.results);
  const whole = results.length;
  if (whole < ENOUGH && words.length > 1) results = [...results, ...(await some(index, words, picked, results))];
  return { results, total: results.length, whole };
}

/**
 * The figures of the filters named in `counted`, of pages with all that was typed. Of a filter that something is picked of
 * they are those without it: what else one could pick.
 */
export async function figuresOf(index, text, { picked, counted }, settings) {
  const { all } = askedOf(text, settings);
  const figures = await index.count(all, { picked, counted });
  for (const name of Object.keys(picked).filter((one) => counted.includes(one))) {
    const { [name]: _, ...others } = picked;
    figures[name] = (await index.count(all, { picked: others, counted: [name] }))[name];
  }
  return figures;
}

async function demote(index, words, picked, results) {
  if (picked.kind) return results;
  const about = await index.search(words, { picked: { ...picked, ...ABOUT_SITE } });
  const demoted = new Set(about.results.map(({ id }) => id));
  for (const result of results) if (demoted.has(result.id)) result.score *= SITE_COUNTS;
  return results.sort((one, other) => other.score - one.score);
}

// Pages with some of the words: those with most of them first.
async function some(index, words, picked, already) {
  const known = new Set(already.map(({ id }) => id));
  const found = new Map();
  for (const word of words) {
    const { results } = await index.search(word, { picked });
    for (const result of await demote(index, word, picked, results)) {
      if (known.has(result.id)) continue;
      const before = found.get(result.id) ?? { result, words: 0, score: 0 };
      found.set(result.id, { ...before, words: before.words + 1, score: before.score + result.score });
    }
  }
  const order = (one, other) => other.words - one.words || other.score - one.score;
  return [...found.values()].sort(order).map(({ result }) => result);
}

/** The first results, those before the others whose title is what was typed, or begins with it. */
export function titledFirst(loaded, text) {
  const asked = plain(text.trim());
  const rank = ({ meta }) => (plain(meta.title) === asked ? 0 : plain(meta.title).startsWith(asked) ? 1 : 2);
  return loaded.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * The words that no page has. Pagefind looks for the beginning of a word that it does not know, so that something is
 * always found; `loaded` are the first results, and where those speak of a word it is not asked for again.
 */
export async function strange(index, text, loaded, skip) {
  const unheard = wordsOf(text, skip).filter((word) => word.length > 3 && !loaded.some((data) => speaks(data, word)));
  const found = await Promise.all(unheard.map((word) => index.search(`"${word}"`)));
  return unheard.filter((_, place) => !found[place].total);
}

/** Whether Pagefind found these only for want of better: they have no more of any word than its first letters. */
export const isByChance = (loaded, text, skip) =>
  !isExact(text) && wordsOf(text, skip).every((word) => word.length > 4 && !loaded.some((data) => speaks(data, word, 4)));

// A word with a hyphen is also one word without, as it is to Pagefind.
function speaks(data, word, letters = Math.max(4, word.length - 2)) {
  const stem = joined(plain(word)).slice(0, letters);
  const marked = data.excerpt.match(/<mark>.*?<\/mark>/gs) ?? [];
  const texts = [...Object.values(data.meta), ...marked].map(plain);
  return texts.some((text) => [text, joined(text)].some((form) => form.split(/[^\p{L}\d]+/u).some((one) => one.startsWith(stem))));
}

const joined = (text) => text.replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, "");

const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/<\/?mark>/g, "");
