// The menu of a phone is a popover, which needs no script. This keeps what lies below it out of reach meanwhile.

const menu = document.getElementById("gg-menu");
const button = document.querySelector(".gg-bar__menu");

if (menu && button) {
  const show = (isOpen) => {
    button.setAttribute("aria-expanded", String(isOpen));
    for (const below of document.querySelectorAll("main, .gg-foot, .gg-bar, .gg-part")) below.inert = isOpen;
  };
  menu.addEventListener("beforetoggle", ({ newState }) => show(newState === "open"));
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => menu.hidePopover());
  show(false);
}
