
"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, className = "", words = "") => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (words) made.textContent = words;
    return made;
  };
  const byId = (id) => document.getElementById(id);
  const show = (element, block = "start") => {
    element.scrollIntoView({ block, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView({ block, behavior: "instant" }))); // once more, as what was not laid out yet has its height now
  };

  /* ---- what a long report keeps as text until it is wanted ---- */
  const trusted = window.trustedTypes?.createPolicy("page", { createHTML: (text) => text });
  const made = (text) => { // the page's own markup, escaped when it was written
    const holder = document.createElement("template");
    holder.innerHTML = trusted ? trusted.createHTML(text) : text;
    return holder.content;
  };
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) unfold(entry.target);
  }, { rootMargin: "900px" });
  function unfold(within) {
    for (const kept of within.matches("noscript") ? [within] : $$("noscript", within)) {
      near.unobserve(kept.parentElement);
      kept.replaceWith(made(kept.textContent));
    }
  }
  for (const kept of $$("noscript")) near.observe(kept.parentElement);
  function find(id) {
    if (!/^[\w-]+$/.test(id)) return null;
    const kept = byId(id) ? null : $$("noscript").find((one) => one.textContent.includes(`id="${id}"`));
    if (kept) unfold(kept);
    return byId(id);
  }
  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };
  const wordsOf = (one) => {
    const text = one.textContent;
    return ($("noscript", one) ? text.replace(/<[^>]*>/g, " ").replace(/&(?:amp|lt|gt|#34|#39);/g, (found) => ENTITIES[found]) : text).toLowerCase();
  };
  const outletsOf = (one) => {
    const kept = $$("noscript", one).flatMap((text) => [...text.textContent.matchAll(/<td><a href="#(a-[\w-]+)"/g)].map((found) => found[1]));
    return new Set([...kept, ...$$("td:first-of-type > a", one).map((a) => a.hash.slice(1))].map((id) => outlet.get(id)));
  };

  /* ---- filters ---- */
  const form = $(".filters");
  const count = $(".count", form);
  const findings = $$(".f");
  const articles = $$("article.t");
  const outlet = new Map(articles.map((article) => [article.id, article.dataset.o]));
  const eventOf = (finding) => finding.closest(".aside, .e").id;
  let known = null; // what is searched, read on first use
  const index = () => {
    known ??= {
      words: new Map([...findings, ...articles].map((one) => [one, wordsOf(one)])),
      outlets: new Map(findings.map((one) => [one, outletsOf(one)])),
    };
    return known;
  };
  const chosen = () => Object.fromEntries(["q", "severity", "status", "fact", "event", "outlet"].map((name) => [name, form.elements[name]?.value ?? ""]));
  const narrows = (choice) => Object.values(choice).some((value) => value.trim());

  function filter() {
    const choice = chosen();
    const words = choice.q.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (one) => !words.length || words.every((word) => index().words.get(one).includes(word));
    let seen = 0;
    const shownFindings = new Set();
    for (const one of findings) {
      const fits =
        (!choice.severity || one.dataset.severity === choice.severity) &&
        (!choice.status || one.dataset.status === choice.status) &&
        (!choice.fact || one.dataset.fact === choice.fact) &&
        (!choice.event || eventOf(one) === choice.event) &&
        (!choice.outlet || index().outlets.get(one).has(choice.outlet)) &&
        holds(one);
      one.hidden = !fits;
      if (fits) { seen += 1; shownFindings.add(one.id); }
    }
    for (const box of [...$$(".singles"), ...$$(".aside"), ...$$(".e")]) box.hidden = narrows(choice) && !$(".f:not([hidden])", box);
    const rest = byId("more-conflicts");
    if (rest && narrows(choice)) { unfold(rest); rest.open = true; }
    for (const line of $$(".disputes li")) line.hidden = !shownFindings.has(line.dataset.f);
    for (const link of $$("nav.side ol a")) link.parentElement.hidden = byId(link.hash.slice(1))?.hidden ?? false;
    let read = 0;
    const only = choice.outlet || choice.event || words.length;
    for (const article of articles) {
      article.hidden = Boolean(only) && !((!choice.outlet || article.dataset.o === choice.outlet) &&
        (!choice.event || article.dataset.e.split(" ").includes(choice.event)) && holds(article));
      if (!article.hidden) read += 1;
    }
    count.textContent = narrows(choice) ? `${seen} of ${findings.length} findings, ${read} of ${articles.length} articles` : "";
  }
  const clear = () => { form.reset(); filter(); };
  let waiting = 0;
  const fold = form.parentElement;
  const wide = matchMedia("(min-width: 62rem)");
  fold.hidden = false;
  const folds = [fold, $(".jump")].filter(Boolean); // both open where there is room
  const unfurl = () => { for (const one of folds) one.open = wide.matches; };
  unfurl();
  wide.addEventListener("change", unfurl);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });

  /* ---- links ---- */
  function reveal(id, block = "start") {
    const target = id && find(id);
    if (!target) return null;
    if (target.closest("[hidden]")) clear();
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    requestAnimationFrame(() => show(target, block));
    return target;
  }
  function arrive() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const pair = /^pair=([\w-]+),([\w-]+)$/.exec(hash);
    if (pair && byId(pair[1])?.matches("article.t") && byId(pair[2])?.matches("article.t")) sideBySide(pair[1], pair[2]);
    else if (hash) reveal(hash, /^(c|m)-/.test(hash) ? "center" : "start");
  }
  addEventListener("hashchange", arrive);

  /* ---- copying ---- */
  for (const wording of $$(".wording")) {
    const button = make("button", "copy", "Copy");
    button.type = "button";
    button.setAttribute("aria-label", "Copy the suggested wording");
    wording.append(button);
  }
  async function copy(button) {
    const quote = $("q", button.parentElement);
    let done = true;
    try { await navigator.clipboard.writeText(quote.textContent); }
    catch {
      getSelection().selectAllChildren(quote);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Selected";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  /* ---- two texts side by side ---- */
  const pairs = $("dialog.pairs");
  const [eventChoice, left, right] = ["pair-event", "pair-a", "pair-b"].map((name) => $(`[name=${name}]`, pairs));
  const panes = $$(".pane", pairs);
  const shared = $(".shared", pairs);
  const homes = new Map(); // moved article -> what keeps its place
  const name = (article) => $("h3", article).textContent;
  const option = (value, words) => { const made = make("option", "", words); made.value = value; return made; };
  const tellsOf = (article) => article.dataset.e.trim().split(" ");

  function goHome() {
    for (const [article, place] of homes) place.replaceWith(article);
    homes.clear();
    for (const lit of $$(".lit")) lit.classList.remove("lit");
  }
  function fill(pane, id) {
    const article = byId(id);
    unfold(article);
    const place = document.createComment("");
    article.replaceWith(place);
    homes.set(article, place);
    article.hidden = false;
    pane.replaceChildren(article);
    pane.scrollTop = 0;
  }
  const valueOf = (row) => {
    for (let at = row; at; at = at.previousElementSibling) {
      const head = $("th[scope=rowgroup]:not([colspan])", at);
      if (head) return ($("b", head) ?? head.firstChild).textContent.trim();
    }
    return "";
  };
  function rowsOf(finding, article) {
    unfold(finding);
    return $$(`td:first-of-type > a[href="#${article}"]`, finding).map((a) => a.closest("tr"));
  }
  function cell(rows) {
    const made = make("td");
    for (const row of rows) {
      const speaker = $("td:nth-of-type(3) bdi", row)?.textContent;
      const link = make("a", "", valueOf(row) + (speaker ? ` (${speaker})` : ""));
      link.href = `#m-${row.id}`;
      made.append(row === rows[0] ? "" : ", ", link);
    }
    return made;
  }
  function verdicts(finding, a, b) {
    const one = new Set(a.map((row) => row.id));
    const two = new Set(b.map((row) => row.id));
    const made = make("td", "vd");
    for (const link of $$("a.pair", finding)) {
      const { a: x, b: y } = link.dataset;
      if ((one.has(x) && two.has(y)) || (one.has(y) && two.has(x))) {
        const said = link.parentElement;
        const line = make("div");
        line.append($(".w", said).cloneNode(true), " ", $(".say", said).textContent);
        made.append(line);
      }
    }
    return made;
  }
  function common(a, b) {
    const table = make("table");
    table.append(make("caption", "vh", "What both speak of, fact by fact"));
    const head = table.createTHead().insertRow();
    for (const words of ["Fact", name(byId(a)), "How they relate", name(byId(b))]) {
      const cellOfHead = make("th", "", words);
      cellOfHead.scope = "col";
      head.append(cellOfHead);
    }
    const body = table.createTBody();
    for (const finding of findings) {
      if (eventOf(finding) !== eventChoice.value) continue;
      const [one, two] = [rowsOf(finding, a), rowsOf(finding, b)];
      if (!one.length || !two.length) continue;
      const row = body.insertRow();
      const fact = make("th", "", $(".self, h3", finding).firstChild.textContent.trim());
      fact.scope = "row";
      row.append(fact, cell(one), verdicts(finding, one, two), cell(two));
    }
    shared.replaceChildren(body.rows.length ? table : make("p", "note", "No fact of this event is answered by both."));
  }
  function fillChoices(a, b) {
    const event = eventChoice.value;
    const those = articles.filter((article) => tellsOf(article).includes(event));
    for (const [choice, value] of [[left, a], [right, b]]) {
      choice.replaceChildren(...those.map((article) => option(article.id, name(article))));
      if (those.some((article) => article.id === value)) choice.value = value;
    }
    if (left.value === right.value && those.length > 1) right.value = those.find((article) => article.id !== left.value).id;
  }
  function draw() {
    goHome();
    if (left.value) fill(panes[0], left.value);
    if (right.value && right.value !== left.value) fill(panes[1], right.value);
    else panes[1].replaceChildren(make("p", "note", "Choose another text."));
    common(left.value, right.value);
    history.replaceState(null, "", `#pair=${left.value},${right.value}`);
  }
  const several = $$("section.e:not(#asides)").filter((e) => articles.filter((article) => tellsOf(article).includes(e.id)).length > 1);
  function sideBySide(a = "", b = "", event = "", lit = []) {
    if (!several.length) return;
    if (!pairs.open) {
      eventChoice.replaceChildren(...several.map((e) => option(e.id, $("h2", e).textContent)));
      const both = several.find((e) => [a, b].every((id) => id && tellsOf(byId(id)).includes(e.id)));
      eventChoice.value = event || both?.id || several[0].id;
      if (!eventChoice.value) eventChoice.selectedIndex = 0;
      pairs.showModal();
    }
    fillChoices(a, b);
    draw();
    for (const id of lit) light(id);
  }
  function light(id) {
    const mark = find(`m-${id}`);
    if (!mark) return;
    const seen = mark.matches(".at") ? mark.nextElementSibling : mark;
    seen.classList.add("lit");
    seen.scrollIntoView({ block: "center", behavior: "instant" });
  }
  eventChoice.addEventListener("change", () => { fillChoices(left.value, right.value); draw(); });
  for (const choice of [left, right]) choice.addEventListener("change", draw);
  pairs.addEventListener("close", () => {
    goHome();
    filter();
    if (location.hash.startsWith("#pair=")) history.replaceState(null, "", location.href.split("#")[0]);
  });

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a, button");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.matches(".copy")) copy(target);
    else if (target.dataset.do === "compare") {
      const here = several.find((e) => !e.hidden && e.getBoundingClientRect().bottom > 120);
      sideBySide("", "", here?.id ?? "");
    } else if (target.dataset.do === "keys") keys.showModal();
    else if (target.dataset.do === "close") target.closest("dialog").close();
    else if (target.matches(".pair")) {
      const [a, b] = [target.dataset.a, target.dataset.b].map((id) => find(`m-${id}`)?.closest("article.t")?.id);
      const within = target.closest(".e").id;
      if (a && b && a !== b && several.some((e) => e.id === within)) {
        event.preventDefault();
        sideBySide(a, b, within, [target.dataset.a, target.dataset.b]);
      }
    } else if (target.closest(".shared") && target.hash) {
      event.preventDefault();
      for (const lit of $$(".lit")) lit.classList.remove("lit");
      light(target.hash.slice(3));
    } else if (target.hash && pairs.open && target.closest(".pane")) pairs.close();
    if (target.hash && target.hash === location.hash && !event.defaultPrevented) arrive();
  });

  /* ---- keys ---- */
  const keys = $("dialog.keys");
  const single = $("[name=keys]", keys);
  let current = null;
  function step(forward, only) {
    const those = findings.filter((one) => !one.closest("[hidden]") && (!only || one.dataset.status === "conflict"));
    if (!those.length) return;
    const at = those.indexOf(current);
    current?.classList.remove("cur");
    current = those[at < 0 ? (forward ? 0 : those.length - 1) : Math.min(those.length - 1, Math.max(0, at + (forward ? 1 : -1)))];
    current.classList.add("cur");
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    show(current);
  }
  const pressed = {
    "/": () => { fold.open = true; form.elements.q.focus(); },
    j: () => step(true, false), k: () => step(false, false), n: () => step(true, true), p: () => step(false, true),
    s: () => $("[data-do=compare]").click(),
    "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
    if (event.key === "Escape" && form.contains(document.activeElement)) { clear(); return; }
    if (event.target.matches("input, select, textarea") || !single.checked || !Object.hasOwn(pressed, event.key)) return;
    event.preventDefault();
    pressed[event.key]();
  });

  /* ---- where one is; paper shows everything ---- */
  const here = new Map($$("nav.side ol a").map((a) => [a.hash.slice(1), a]));
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) here.get(entry.target.id)?.classList.toggle("here", entry.isIntersecting);
  }, { rootMargin: "-20% 0px -70% 0px" });
  for (const id of here.keys()) if (byId(id)) watch.observe(byId(id));
  let opened = [];
  addEventListener("beforeprint", () => {
    unfold(document.body);
    opened = $$("details:not([open]):not(.behind):not(.steps)");
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
  arrive();
})();
