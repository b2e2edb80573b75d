// The editor's field for names: people, organisations, themes, pages. One types letters and chooses; what is chosen stands
// above as a list to take from. A name that is not known here is shown as it is written, and never lost.

import { plain } from "./form-read.js";
import { fill } from "./sheet.js";

const MOST = 12;
const NAME = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/;

/** The two halves of the field for Decap: where one chooses, and how that shows beside it. */
export function names(told, { pages }) {
  const { createClass, h } = window;
  let known;
  const registers = () =>
    (known ??= fetch(new URL(told.names, location.href)).then((answer) => answer.json()).catch(() => ({})));

  async function entries(register) {
    const all = await registers();
    return register === "party" ? [...(all.contributor ?? []), ...(all.organisation ?? [])] : (all[register] ?? []);
  }

  async function find(register, kinds, typed) {
    if (register === "item") {
      const found = await pages(typed, kinds.map((kind) => told.kinds[kind]), MOST);
      return found.map(({ id, label }) => [id, label]);
    }
    const words = plain(typed).split(" ");
    const fits = ([id, label]) => words.every((word) => plain(`${label} ${id}`).includes(word));
    return (await entries(register)).filter(fits).slice(0, MOST);
  }

  const Control = createClass({
    getInitialState: () => ({ typed: "", options: [], labels: {}, wrong: "" }),
    componentDidMount() {
      entries(this.setting("register")).then((all) => this.setState({ labels: Object.fromEntries(all) }));
    },
    setting(name) {
      const value = this.props.field.get(name);
      return value?.toJS ? value.toJS() : value;
    },
    chosen() {
      const { value } = this.props;
      const all = value?.toJS ? value.toJS() : (value ?? []);
      return Array.isArray(all) ? all.map(String) : all === "" ? [] : [String(all)];
    },
    give(chosen) {
      this.props.onChange(this.setting("multiple") ? chosen : (chosen[0] ?? ""));
    },
    take(id, label) {
      const before = this.setting("multiple") ? this.chosen().filter((one) => one !== id) : [];
      this.give([...before, id]);
      this.setState({ typed: "", options: [], wrong: "", labels: { ...this.state.labels, [id]: label ?? id } });
    },
    async type(typed) {
      this.setState({ typed, wrong: "" });
      const options = await this.find(typed);
      if (this.state.typed === typed) this.setState({ options });
    },
    find(typed) {
      return typed.trim() ? find(this.setting("register"), this.setting("kinds") ?? [], typed) : [];
    },
    /** What was typed in full, or stands alone in the list, or has the form of a name. */
    async settle() {
      const typed = this.state.typed.trim();
      if (!typed) return;
      const options = await this.find(typed);
      if (this.state.typed.trim() !== typed) return;
      const same = options.find(([id, label]) => id === typed || plain(label) === plain(typed));
      if (same) this.take(...same);
      else if (options.length === 1) this.take(...options[0]);
      else if (NAME.test(typed)) this.take(typed);
      else this.setState({ wrong: fill(told.say.unknown, { typed }) });
    },
    render() {
      const { typed, options, labels, wrong } = this.state;
      const { forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      return h("div", { className: `${classNameWrapper} gg-names` },
        h("ul", { className: "gg-names__chosen" }, ...this.chosen().map((id) =>
          h("li", { key: id }, labels[id] ?? id, " ", h("button", {
            type: "button",
            "aria-label": fill(told.say.remove, { name: labels[id] ?? id }),
            onClick: () => this.give(this.chosen().filter((one) => one !== id)),
          }, "×")))),
        h("input", {
          id: forID, type: "text", value: typed, autoComplete: "off", list: `${forID}-list`,
          "aria-describedby": `${forID}-wrong`,
          onFocus: setActiveStyle,
          onBlur: () => { setInactiveStyle(); this.settle(); },
          onChange: ({ target }) => {
            const picked = options.find(([, label]) => label === target.value);
            if (picked) this.take(...picked);
            else this.type(target.value);
          },
          onKeyDown: (event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            this.settle();
          },
        }),
        h("datalist", { id: `${forID}-list` }, ...options.map(([id, label]) => h("option", { key: id, value: label }))),
        h("p", { id: `${forID}-wrong`, className: "gg-names__wrong", role: "status" }, wrong));
    },
  });

  const Preview = createClass({
    render() {
      const { value } = this.props;
      const all = value?.toJS ? value.toJS() : (value ?? []);
      return h("p", {}, [].concat(all).join(", "));
    },
  });
  return [Control, Preview];
}
