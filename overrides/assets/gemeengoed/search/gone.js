// The page for an address that leads nowhere: suggest the pages whose address is nearest. A host has one such page for
// all addresses, so for an address of the site in another language its page for that is shown instead.

import { element } from "./results.js";
import { between } from "./spelling.js";

const MOST = 3;

const place = document.getElementById("gg-gone");
if (place) await help(place, new URL(place.dataset.root, location.href));

async function help(here, root) {
  const other = here.dataset.languages.split(" ").filter(Boolean).map((path) => new URL(path, root));
  const own = other.find(({ pathname }) => location.pathname.startsWith(pathname) && pathname !== root.pathname);
  if (own) return inLanguage(own);
  const path = decoded(location.pathname.slice(root.pathname.length)).replace(/(index)?(\.html)?\/?$/, "");
  const words = path.split(/[^\p{L}\d]+/u).filter(Boolean);
  here.querySelector("input[name=q]").value = words.slice(path.includes("/") ? 1 : 0).join(" ");
  const found = await nearest(path, root);
  if (!found.length) return;
  const list = here.querySelector(".gg-gone__found ul");
  for (const { href, title, lang } of found) {
    const item = element("li");
    item.append(Object.assign(element("a", "", title), { href, ...(lang && { lang }) }));
    list.append(item);
  }
  list.parentElement.hidden = false;
}

// Who typed or cut an address may have left half a sign in it (%E0%A4), which is no text.
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[\da-f]{0,2}/gi, " ");
  }
}

async function inLanguage(root) {
  const answer = await fetch(new URL("404.html", root));
  const theirs = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = theirs.getElementById("gg-gone");
  if (!now) return;
  document.documentElement.lang = theirs.documentElement.lang;
  document.title = theirs.title;
  now.dataset.languages = "";
  place.replaceWith(document.adoptNode(now));
  await help(now, root);
}

/** The pages whose address is like `path`, the most like it first. */
async function nearest(path, root) {
  const [folder, name = ""] = path.split("/");
  const folders = await load(root, folder);
  const likely = sorted(folders, folder);
  const there = (entries, folder) => entries.map((one) => ({ ...one, href: new URL(`${one.address}/`, folder) }));
  if (!name) return there(likely, root);
  for (const { address } of likely) {
    const inside = new URL(`${address}/`, root);
    const found = sorted(await load(inside, name), name);
    if (found.length) return there(found, inside);
  }
  return there(likely, root);
}

/** The entries of a folder; of a long list those whose names begin most as the wanted one does. */
async function load(folder, wanted) {
  const entries = await read(new URL("addresses.txt", folder));
  const beginnings = entries.map(({ address }) => address).filter((address) => address.endsWith("*"));
  if (!beginnings.length) return entries;
  const [most] = beginnings.map((one) => one.slice(0, -1)).sort((one, other) => alike(other, wanted) - alike(one, wanted));
  return read(new URL(`addresses-${most}.txt`, folder));
}

/** How many letters both begin with. */
function alike(one, other) {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return at < 0 ? one.length : at;
}

async function read(list) {
  const answer = await fetch(list);
  if (!answer.ok) return [];
  const lines = (await answer.text()).split("\n").filter(Boolean);
  return lines.map((line) => line.split("\t")).map(([address, title, lang = ""]) => ({ address, title, lang }));
}

function sorted(entries, wanted) {
  const liked = entries.map((entry) => ({ ...entry, unlike: unlikeness(entry.address, wanted) }));
  return liked.filter(({ unlike }) => unlike < 0.5).sort((one, other) => one.unlike - other.unlike).slice(0, MOST);
}

/** From 0 (the same) to 1: by letters, or by the words that both have. */
function unlikeness(address, wanted) {
  const most = Math.max(address.length, wanted.length);
  const letters = between(wanted, address, most) / most;
  const [theirs, ours] = [address, wanted].map((text) => new Set(text.split("-")));
  const shared = [...ours].filter((word) => theirs.has(word) && word.length > 2).length;
  return Math.min(letters, 1 - (2 * shared) / (theirs.size + ours.size));
}
