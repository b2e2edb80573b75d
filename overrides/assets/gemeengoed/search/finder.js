// The search page: words and filters in, results out, and both in the address so that a search can be shared.

import { addressOf, readAddress } from "./address.js";
import { Filters } from "./filters.js";
import { openIndex, take } from "./index.js";
import { listenToKeys } from "./keys.js";
import { figuresOf, find, isByChance, isExact, strange, titledFirst } from "./query.js";
import { element, number, show } from "./results.js";
import { better, loadWords } from "./spelling.js";

const AT_A_TIME = 10;
const PAUSE = 200; // milliseconds after a letter

const page = document.getElementById("gg-finder");
const settings = JSON.parse(document.getElementById("gg-finder-settings").textContent);
const skip = new Set(settings.skip);
const { say } = settings;
const form = page.querySelector("form");
const input = form.elements.q;
const sort = page.querySelector("select[name=sort]");
const [status, list, hint, notice, empty] = ["[role=status]", ".gg-found-list", ".gg-hint", ".gg-some", ".gg-empty"].map((one) =>
  page.querySelector(one),
);
const more = list.nextElementSibling.querySelector("button");
const filters = new Filters(page.querySelector(".gg-filters"), page.querySelector(".gg-chips"), say, (what) => changed(what));

let index;
let turn = 0;
let last;

const open = () => (index ??= openIndex(new URL("../../../pagefind/", import.meta.url), settings.weights));
const asked = () => ({ words: input.value, picked: filters.picked, sort: sort.value });
const isAnything = ({ words, picked }) => words.trim() || Object.keys(picked).length;

async function search() {
  const mine = ++turn;
  const now = asked();
  if (!isAnything(now)) return nothing();
  status.textContent = say.loading;
  try {
    const found = await find(await open(), now.words, now, { ...settings, skip });
    if (mine !== turn) return;
    last = { ...found, isGrouped: !now.sort, figures: {} };
    const loaded = await showFirst(mine, now);
    if (mine !== turn) return;
    await suggest(now.words, loaded);
  } catch (error) {
    index = undefined;
    status.textContent = say.failed;
    console.error(error);
  }
}

// The first result stands there as soon as it can; only then what the others need is asked for, and the figures.
async function showFirst(mine, { words, picked }) {
  const { results, total, whole, isGrouped } = last;
  const [first] = await take(results, 1);
  if (mine !== turn) return [];
  const isSure = first && !isChance(words, [first]);
  if (isSure) begin(total, whole, words, [first]);
  more.hidden = true; // until the others stand there
  const asking = { picked, counted: filters.counted };
  const [others, figures] = await Promise.all([
    take(results, first ? AT_A_TIME - 1 : 0),
    figuresOf(await open(), words, asking, { ...settings, skip }),
  ]);
  if (mine !== turn) return [];
  last.figures = figures;
  filters.count(figures);
  const all = first ? [first, ...others] : [];
  const loaded = isGrouped ? titledFirst(all, words) : all;
  if (isChance(words, loaded)) foundNothing(words);
  else if (isSure && loaded[0] === first) showAll(loaded.slice(1));
  else begin(total, whole, words, loaded);
  return loaded;
}

const isChance = (words, loaded) => words.trim() && loaded.length && isByChance(loaded, words, skip);

function begin(total, whole, words, loaded) {
  list.replaceChildren();
  notice.hidden = whole > 0 || !total;
  empty.hidden = total > 0;
  tell(total, words);
  showAll(loaded);
}

function showAll(loaded) {
  show(list, loaded, { settings, isGrouped: last.isGrouped });
  number(list, { settings, figures: last.figures, pickKind: filters.picked.kind ? undefined : pick });
  more.hidden = list.querySelectorAll("li").length >= last.total;
}

function foundNothing(words) {
  list.replaceChildren();
  more.hidden = notice.hidden = true;
  empty.hidden = false;
  tell(0, words);
}

function nothing() {
  list.replaceChildren();
  filters.count({});
  status.textContent = "";
  more.hidden = notice.hidden = hint.hidden = empty.hidden = true;
}

function tell(total, words) {
  const many = total === 1 ? say.one : say.many.replace("{n}", total.toLocaleString(settings.language));
  status.textContent = total ? many : words.trim() ? say.none.replace("{q}", () => words.trim()) : say.noneHere;
}

async function showMore() {
  const mine = turn;
  const loaded = await take(last.results, AT_A_TIME);
  if (mine === turn) showAll(loaded);
}

function pick(kind) {
  filters.pick({ ...filters.picked, kind: [kind] });
  changed();
  input.focus();
}

async function suggest(words, loaded) {
  hint.hidden = true;
  if (!words.trim() || isExact(words)) return;
  const mine = turn;
  const wrong = await strange(await open(), words, loaded, skip);
  if (mine !== turn || !wrong.length) return;
  const text = better(words, wrong, await loadWords(new URL("words.txt", location.href.split("?")[0])));
  if (mine !== turn || !text) return;
  const link = element("a", "", text);
  link.href = addressOf({ ...asked(), words: text }, location.href);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.value = text;
    input.focus();
    changed();
  });
  const [before, after] = say.mean.split("{q}");
  hint.replaceChildren(before, link, after);
  hint.hidden = false;
}

/** Search again, and remember it: as a step to go back to, unless only a letter (`isTyping`) or nothing (`counts`) changed. */
function changed({ counts = false, isTyping = false } = {}) {
  clearTimeout(timer);
  const address = addressOf(asked(), location.href);
  if (!counts && address !== location.href) history[isTyping ? "replaceState" : "pushState"](null, "", address);
  return search();
}

function restore() {
  const { words, picked, sort: order } = readAddress(location.href, filters.names);
  input.value = words;
  sort.value = [...sort.options].some(({ value }) => value === order) ? order : "";
  filters.pick(picked);
  return search();
}

let timer;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => changed({ isTyping: true }), PAUSE);
});
sort.addEventListener("change", () => changed());
more.addEventListener("click", async () => {
  const before = list.querySelectorAll("li");
  await showMore();
  const added = [...list.querySelectorAll("li")].find((item) => ![...before].includes(item));
  added?.querySelector("a").focus();
});
addEventListener("popstate", restore);
listenToKeys(input, list);
page.hidden = false;
restore();
