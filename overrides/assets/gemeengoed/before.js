// What a page must know before anything is drawn: that scripts run, and what the reader chose here earlier, light or dark,
// cards or rows. Loaded in the head, so that nothing jumps; a file, so that the policy of the site can forbid scripts in
// pages.

{
  const page = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(`gg-${name}`);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  const scheme = kept("palette");
  page.classList.replace("no-js", "js");
  if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
  page.dataset.shown = page.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  if (kept("view") === "rows") page.dataset.view = "rows";
}
