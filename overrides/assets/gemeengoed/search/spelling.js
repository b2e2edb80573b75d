// "Did you mean": the word of the commons that is nearest to one that nobody uses there.

const FIRST = "a".charCodeAt(0);

let loading;

/** The words of the commons with how usual each is, loaded once from the file at `address`. */
export function loadWords(address) {
  return (loading ??= fetch(address).then(async (answer) => (answer.ok ? unpack(await answer.text()) : new Map())));
}

/** Words as `stage/finding/words_file.py` packs them: how much is shared with the word before, the rest, how usual. */
export function unpack(text) {
  const words = new Map();
  let word = "";
  for (const line of text.split("\n").filter(Boolean)) {
    word = word.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1, -1);
    words.set(word, Number(line.at(-1)));
  }
  return words;
}

/** The text with each of the words in `wrong` replaced by the nearest that is known; "" where none is. */
export function better(text, wrong, words) {
  const put = (piece) => (wrong.includes(piece) && nearest(plain(piece), words)) || piece;
  const pieces = text.trim().split(/\s+/);
  const after = pieces.map(put).join(" ");
  return after === pieces.join(" ") ? "" : after;
}

const plain = (word) => word.toLocaleLowerCase().replace(/'s$/, "").replace(/[^\p{L}]/gu, "");

function nearest(word, words) {
  if (word.length < 4 || words.has(word)) return "";
  const most = word.length < 5 ? 1 : 2;
  let best = { distance: most + 1, usual: -1, word: "" };
  let holds = { usual: -1, word: "" };
  for (const [known, usual] of words) {
    if (known.startsWith(word)) return ""; // the beginning of a word is found as it is
    if (known.includes(word) && usual > holds.usual) holds = { usual, word: known };
    if (Math.abs(known.length - word.length) > most) continue;
    const distance = between(word, known, most) + (known[0] === word[0] ? 0 : 0.5);
    if (distance < best.distance || (distance === best.distance && usual > best.usual)) best = { distance, usual, word: known };
  }
  if (best.distance <= 1) return best.word;
  return holds.word || (best.distance <= most ? best.word : "") || divided(word, words);
}

// A compound of words that are known: the search finds those.
function divided(word, words) {
  for (let cut = word.length - 4; cut >= 4; cut -= 1)
    for (const link of ["", "s"])
      if (words.has(word.slice(cut)) && word.slice(0, cut).endsWith(link)) {
        const head = word.slice(0, cut - link.length);
        if (words.has(head)) return `${head} ${word.slice(cut)}`;
      }
  return "";
}

/** How many letters were left out, added, taken for another, or swapped; more than `most` counts as that and one. */
export function between(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}
