// The editor's desk in a browser: controls at findings, doubts and links. What is clicked goes to the program on this
// machine, which writes it into the YAML file where it belongs; the page comes back with the decision.
"use strict";
(async () => {
  const zh = document.documentElement.lang.startsWith("zh");
  const WORDS = zh
    ? {
        decide: "认定", undo: "撤回", reason: "理由", who: "认定人", value: "改为……", byClick: "编辑在核对页认定",
        writing: "正在写入……", written: "已写入，页面重建中：", lost: "预览已停止，没有写入。", doubts: "逐条认定", log: "编辑台：本次已认定",
        way: "应当如何", still: "尚未认定", none: "没有可以在此认定的疑点。",
        "right-as-printed": "原文无误", mended: "已在原稿修改", open: "未定，已问作者", printed: "序号确为原文所印",
        part: "是篇标题", chapter: "是章标题", section: "是节标题", subsection: "是小节标题", text: "是正文，不是标题",
        TEXT: "应读作……", "KEY=VALUE": "照此确认（或填 键=值）", reject: "不是对应", same: "同一事项", overlap: "部分重合", related: "相关",
      }
    : {
        decide: "Decide", undo: "Take back", reason: "Why", who: "Who", value: "It reads …", byClick: "Decided on the desk",
        writing: "Writing …", written: "Written; the page is being built again: ", lost: "The preview has stopped: nothing was written.",
        doubts: "One by one", log: "Desk: decided now", way: "What holds", still: "undecided", none: "No doubt can be settled here.",
        "right-as-printed": "right as printed", mended: "mended in the source", open: "open, the authors are asked",
        printed: "the number is as printed", part: "a part", chapter: "a chapter", section: "a section",
        subsection: "a subsection", text: "text, no heading", TEXT: "it reads …", "KEY=VALUE": "right so (or KEY=VALUE)",
        reject: "no counterpart", same: "the same", overlap: "overlaps", related: "related",
      };
  const WHO = "desk-who";

  function made(tag, words = "", attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = words;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  async function send(what, said, status, controls) {
    status.textContent = WORDS.writing;
    controls.forEach((control) => (control.disabled = true));
    let answer;
    try {
      const reply = await fetch(`/_desk/${what}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(said),
      });
      answer = await reply.json();
    } catch {
      answer = { error: WORDS.lost };
    }
    status.textContent = answer.error || `${WORDS.written}${answer.file}:${answer.line} ${answer.words}`;
    status.classList.toggle("desk-error", Boolean(answer.error));
    if (answer.error) controls.forEach((control) => (control.disabled = false));
  }

  function decider(item) {
    const form = made("form", "", { class: "desk" });
    const way = made("select", "", { "aria-label": WORDS.way });
    for (const one of item.ways) way.append(made("option", WORDS[one] || one, { value: one }));
    const value = made("input", "", { "aria-label": WORDS.value, placeholder: WORDS.value });
    const reason = made("input", "", { "aria-label": WORDS.reason, placeholder: WORDS.reason });
    const who = made("input", "", { "aria-label": WORDS.who, placeholder: WORDS.who, class: "desk-who" });
    who.value = localStorage.getItem(WHO) || "";
    const button = made("button", WORDS.decide);
    const status = made("output", "", { role: "status" });
    const typed = () => ["TEXT", "KEY=VALUE"].includes(way.value);
    const show = () => (value.hidden = !typed());
    way.addEventListener("change", show);
    show();
    form.append(way, value, reason, who, button, status);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      localStorage.setItem(WHO, who.value.trim());
      const said = { id: item.id, plan: item.plan, reason: reason.value.trim() || WORDS.byClick, who: who.value.trim() };
      if (!typed()) said.as = way.value;
      else if (value.value) said.as = value.value;
      send("accept", said, status, [way, value, reason, who, button]);
    });
    return form;
  }

  function taker(id, plan) {
    const line = made("span", "", { class: "desk" });
    const button = made("button", WORDS.undo, { type: "button" });
    const status = made("output", "", { role: "status" });
    button.addEventListener("click", () => send("undo", { id, plan }, status, [button]));
    line.append(button, status);
    return line;
  }

  const { items, log } = await (await fetch("/_desk/items.json", { cache: "no-store" })).json();
  const plan = location.pathname.split("/").filter((step) => step && step !== "en")[0] || "";
  const own = items.filter((item) => item.plan === plan);

  for (const item of own.filter((one) => one.kind === "finding")) {
    const place = document.getElementById(item.id);
    if (place?.classList.contains("pr-finding")) place.append(item.decided ? taker(item.id, plan) : decider(item));
  }

  const doubts = document.getElementById("doubts");
  if (doubts) {
    const list = made("ul", "", { class: "desk-doubts" });
    for (const item of own.filter((one) => one.kind === "doubt")) {
      const entry = made("li", item.what);
      entry.append(item.decided ? taker(item.id, plan) : decider(item));
      list.append(entry);
    }
    doubts.after(made("p", list.children.length ? WORDS.doubts : WORDS.none, { class: "desk-title" }), list);
  }

  const ways = Object.fromEntries(items.filter((one) => one.kind === "link").map((one) => [`${one.from} ${one.to}`, one]));
  for (const strip of document.querySelectorAll(".pr-see")) {
    let heading = strip.previousElementSibling;
    while (heading && !/^H[1-6]$/.test(heading.tagName)) heading = heading.previousElementSibling;
    for (const link of heading ? strip.querySelectorAll("a.pr-see-link") : []) {
      const to = new URL(link.href);
      const page = location.pathname.replace(/^\/en\//, "/");
      const item = ways[`${page}#${heading.id} ${to.pathname.replace(/^\/en\//, "/")}${to.hash}`];
      if (item) link.closest("li").append(item.decided ? taker(item.taken, "") : decider(item));
    }
  }

  if (log.length) {
    const box = made("details", "", { class: "desk-log" });
    box.append(made("summary", `${WORDS.log} ${log.length}`));
    for (const one of log) {
      const line = made("p", `${one.file}: ${one.words} `);
      line.append(taker(one.id, one.plan));
      box.append(line);
    }
    document.body.append(box);
  }
})();
