// The menu on a phone. Without JavaScript it is a checkbox with a label; with it a button, which says whether the menu is
// open, leads into it and back out (Escape), and keeps what lies below out of reach meanwhile.

const drawer = document.getElementById("__drawer");
const label = document.querySelector(".gg-bar__menu");
const menu = document.getElementById("gg-menu");

if (drawer && label && menu) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: label.className,
    title: label.title,
  });
  button.append(...label.childNodes);
  button.setAttribute("aria-controls", menu.id);
  label.replaceWith(button);

  const show = () => {
    button.setAttribute("aria-expanded", String(drawer.checked));
    for (const below of document.querySelectorAll(".md-content, .gg-foot")) below.inert = drawer.checked;
  };
  const close = () => {
    if (drawer.checked) drawer.click();
  };

  button.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) menu.querySelector("a, summary").focus();
  });
  drawer.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    close();
    button.focus();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  addEventListener("pageshow", show); // the browser may bring a page back with its menu open
  show();
}
