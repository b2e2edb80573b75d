// The search page: words and filters in, results out, and both in the address so that a search can be shared.

import { addressOf, readAddress } from "./address.js";
import { openSearcher } from "./beside.js";
import { Filters } from "./filters.js";
import { listenToKeys } from "./keys.js";
import { Shown } from "./shown.js";
import { element } from "./results.js";
import { isExact } from "./words.js";
// What those need, so that a browser hears of it at once and not from one file after the other.
import "./chance.js";
import "./found.js";
import "./index.js";
import "./mark.js";
import "./query.js";
import "./searcher.js";

const PAUSE = 200; // milliseconds after a letter

const page = document.getElementById("gg-finder");
const settings = JSON.parse(document.getElementById("gg-finder-settings").textContent);
const { say } = settings;
const form = page.querySelector("form");
const input = form.elements.q;
const sort = page.querySelector("select[name=sort]");
const [status, list, hint, notice, empty] = ["[role=status]", ".gg-found-list", ".gg-hint", ".gg-some", ".gg-empty"].map((one) =>
  page.querySelector(one),
);
const more = list.nextElementSibling.querySelector("button");
const filters = new Filters(page.querySelector(".gg-filters"), page.querySelector(".gg-chips"), say, (what) => changed(what));
const shown = new Shown(list, page.querySelector(".gg-better button"), settings);

let searcher;
let turn = 0;
let answered = ""; // the address of the search whose results stand there, all of them
let total = 0;

const open = () => (searcher ??= openSearcher(new URL("../../../pagefind/", import.meta.url), settings));
const asked = () => ({ words: input.value, picked: filters.picked, sort: sort.value });
const isAnything = ({ words, picked }) => words.trim() || Object.keys(picked).length;

async function search() {
  const mine = ++turn;
  const now = asked();
  if (!isAnything(now)) return nothing();
  const address = addressOf(now, location.href);
  try {
    const wanted = { ...now, counted: filters.counted };
    if (address !== answered) return await searchAnew(mine, wanted, address);
    const figures = await (await open()).figures(now.words, wanted);
    if (mine === turn) filters.count(figures);
  } catch (error) {
    if (mine !== turn) return;
    searcher = undefined;
    status.textContent = say.failed;
    console.error(error);
  }
}

async function searchAnew(mine, wanted, address) {
  startAgain(wanted);
  let last;
  for await (const answer of (await open()).search(wanted.words, wanted)) {
    if (mine !== turn) return;
    present(answer, wanted.words);
    last = answer;
  }
  if (mine !== turn || !last) return;
  answered = address;
  await suggest(wanted.words, last.loaded);
}

function startAgain({ sort, picked }) {
  answered = "";
  more.hidden = true; // until it is known what comes
  status.textContent = say.loading;
  shown.startAgain({ isGrouped: !sort, pickKind: picked.kind ? undefined : pick });
}

function present(answer, words) {
  const { loaded, whole, figures } = answer;
  total = answer.total;
  const isSure = total !== undefined;
  if (isSure) tell(total, words);
  notice.hidden = !isSure || whole > 0 || !total;
  empty.hidden = !isSure || total > 0;
  shown.put(loaded, figures);
  if (!figures) return;
  filters.count(figures);
  more.hidden = loaded.length >= total;
}

function nothing() {
  answered = "";
  shown.startAgain({});
  shown.put([]);
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
  shown.accept();
  const loaded = await (await open()).more();
  if (mine === turn) more.hidden = shown.add(loaded) >= total;
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
  const wrong = await (await open()).strange(words, loaded);
  if (mine !== turn || !wrong.length) return;
  const { better, loadWords } = await import("./spelling.js");
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
