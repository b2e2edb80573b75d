// What somebody typed, made into searches: first pages with all the words, then those with some of them.

const ENOUGH = 3;
const SITE_COUNTS = 0.35; // pages about this site come after what the commons knows

/** The words of a question, without those that say nothing (`skip`); all of them where none is left. */
export function wordsOf(text, skip) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !skip.has(word.toLocaleLowerCase()));
  return telling.length ? telling : words;
}

/** Whether the words stand between quotation marks: then they are looked for as they stand there. */
export const isExact = (text) => /^\s*".+"\s*$/.test(text);

/**
 * Search for what was typed. `settings` are those of the page. Gives `results`, how many there are (`total`), how many of
 * them have all the words (`whole`), and `figures`.
 */
export async function find(index, text, { picked, sort, counted }, settings) {
  const words = isExact(text) ? [text.trim()] : wordsOf(text, settings.skip);
  const all = words.join(" ") || settings.every;
  const options = { picked, sort, counted };
  const found = await index.search(all, options);
  await recount(index, all, options, found);
  if (sort || !words.length) return { ...found, whole: found.total };
  let results = await demote(index, all, options, found.results, settings.site);
  const whole = results.length;
  if (whole < ENOUGH && words.length > 1) results = [...results, ...(await some(index, words, options, results, settings.site))];
  return { results, total: results.length, whole, figures: found.figures };
}

// The figures of a filter that something is picked of are those without it: what else one could pick.
async function recount(index, words, { picked, counted }, found) {
  for (const name of Object.keys(picked).filter((one) => counted.includes(one))) {
    const { [name]: _, ...others } = picked;
    found.figures[name] = (await index.search(words, { picked: others, counted: [name] })).figures[name];
  }
}

async function demote(index, words, { picked }, results, site) {
  if (picked.kind) return results;
  const about = await index.search(words, { picked: { ...picked, kind: [site] } });
  for (const { id } of about.results) {
    const result = results.find((one) => one.id === id);
    if (result) result.score *= SITE_COUNTS;
  }
  return results.sort((one, other) => other.score - one.score);
}

// Pages with some of the words: those with most of them first.
async function some(index, words, options, already, site) {
  const known = new Set(already.map(({ id }) => id));
  const found = new Map();
  for (const word of words) {
    const { results } = await index.search(word, options);
    for (const result of await demote(index, word, options, results, site)) {
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
