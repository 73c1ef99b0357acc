// What the pages do: the menu, the code blocks, what scrolls, the table of contents. The search is search.js; the colour scheme, which
// must stand before anything is painted, partials/header.html.
const words = JSON.parse(document.getElementById("words").textContent)
const article = document.querySelector("article")
const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
document.documentElement.classList.replace("no-js", "js")

// The menu on a small screen. While it is open the rest of the page is out of reach; while it is closed its links are (site.css).
{
  const drawer = document.getElementById("__drawer"), menu = document.getElementById("menu"), button = document.querySelector(".menu")
  const rest = document.querySelectorAll(".md-header, .md-content, .md-sidebar--secondary, .md-footer, .md-skip")
  const turn = open => {
    drawer.checked = open
    button.setAttribute("aria-expanded", open)
    for (const part of rest) part.inert = open
  }
  const close = () => {
    if (!drawer.checked) return
    turn(false)
    button.focus()
  }
  button?.addEventListener("click", () => {
    turn(true)
    const here = menu.querySelector("[aria-current]") ?? menu.querySelector("a")
    here.focus()
    here.scrollIntoView({ block: "center" })
  })
  drawer.addEventListener("change", () => turn(drawer.checked))  // a click beside the menu
  menu?.addEventListener("click", event => { if (event.target.closest("a, .close")) close() })
  document.addEventListener("keydown", event => { if (event.key === "Escape") close() })
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => turn(false))
  addEventListener("pageshow", () => turn(false))  // also where a browser remembers that it was open
  const here = menu?.querySelector("[aria-current]"), box = menu?.firstElementChild
  if (here && box.scrollHeight > box.clientHeight) box.scrollTop = here.offsetTop - box.clientHeight / 2
}

// The heading that one reads is marked in the table of contents, and the language switch leads to it: ids are the same in both languages.
{
  const headings = [...article.querySelectorAll(":is(h1, h2, h3)[id]")]
  const links = new Map([...document.querySelectorAll(".toc a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]))
  const top = document.querySelector(".top")
  let marked, waiting
  const current = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const { top: at = -1 } = target?.getBoundingClientRect() ?? {}
    if (at >= 0 && at < innerHeight) return target.id
    return headings.findLast?.(heading => heading.getBoundingClientRect().top < 160)?.id
  }
  const follow = () => {
    waiting = undefined
    const read = headings.filter(heading => heading.getBoundingClientRect().top < 160).pop()
    const link = links.get(read?.id)
    if (top) top.hidden = scrollY < 2 * innerHeight
    if (link === marked) return
    marked?.removeAttribute("aria-current")
    link?.setAttribute("aria-current", "true")
    marked = link
    const box = link?.closest(".md-sidebar__scrollwrap")
    if (box && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2
  }
  addEventListener("scroll", () => { waiting ??= requestAnimationFrame(follow) }, { passive: true })
  for (const link of document.querySelectorAll(".language a"))
    link.addEventListener("click", () => { link.hash = current() ?? "" })
}

// Each block of code has a button that copies it. Of an embedded block that is everything from the file's first line on, so that what
// is copied runs; the lines that stand before it are one tap away.
{
  const programs = JSON.parse(document.querySelector("script.programs")?.textContent ?? "{}")
  const status = document.body.appendChild(make("div", { className: "copied", role: "status" }))
  const COPY = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h12z"/></svg>'
  const whole = (block, code) => {
    const { program, lines, copy } = block.dataset
    if (program) return programs[program].split("\n").slice(0, lines).join("\n") + "\n"
    if (copy) return copy
    const typed = code.textContent.match(/^(?:>>>|\.\.\.) .*$/gm)  // a doctest: its code without prompts and output
    return typed ? typed.map(line => line.slice(4)).join("\n") + "\n" : code.textContent
  }
  const write = async text => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {  // no permission, or a browser that does not trust a file from disk
      const area = document.body.appendChild(make("textarea", { value: text }))
      area.select()
      document.execCommand("copy")
      area.remove()
    }
  }
  // What of the copied code stands before the block: the lines of its end that the block shows are taken off.
  const before = (text, code) => {
    const shown = code.textContent.split("\n").filter(line => line.trim() && !/^\s*# ?[>~!](?: |$)/.test(line)).map(line => line.trim())
    const lines = text.trimEnd().split("\n")
    let at = lines.length
    for (let left = shown.length; left > 0 && at > 0;) if (lines[--at].trim() && lines[at].trim() !== shown[--left]) return ""
    const hidden = lines.slice(0, at).join("\n").trimEnd()
    return hidden.replace(/^"""[^]*?"""/, "").trim() && hidden  // a title alone is nothing to unfold
  }
  for (const code of article.querySelectorAll(".highlight:not(.comes-out, .language-diff) > pre > code")) {
    const block = code.closest(".highlight"), button = make("button", { type: "button", className: "copy", title: words.copy, innerHTML: COPY })
    button.setAttribute("aria-label", words.copy)
    button.addEventListener("click", async () => {
      await write(whole(block, code))
      status.textContent = words.copied
      button.classList.add("done")
      setTimeout(() => { status.textContent = ""; button.classList.remove("done") }, 2000)
    })
    const hidden = block.dataset.program || block.dataset.copy ? before(whole(block, code), code) : ""
    if (hidden) {
      const folded = make("details", { className: "before" }, make("summary", { textContent: words.before.replace("#", hidden.split("\n").length) }))
      folded.addEventListener("toggle", () => folded.append(make("pre", {}, make("code", { textContent: hidden }))), { once: true })
      code.parentElement.before(folded)
      block.classList.add("long")
    }
    code.parentElement.before(button)
  }
}

// What is wider than its column scrolls: it says so at its edge, and takes the focus so that a keyboard can scroll it.
{
  for (const table of article.querySelectorAll("table:not([class])")) {
    const box = make("div", { className: "scroll" })
    table.replaceWith(box)
    box.append(table)
  }
  const edge = box => box.classList.toggle("more", box.scrollWidth - box.clientWidth - box.scrollLeft > 2)
  const look = () => {
    const boxes = [...article.querySelectorAll("pre > code, .scroll, .formula")]
    const wide = boxes.map(box => box.scrollWidth > box.clientWidth + 1)  // read all before the first change: one layout
    boxes.forEach((box, i) => wide[i] ? box.tabIndex = 0 : box.removeAttribute("tabindex"))
    boxes.forEach(edge)
  }
  new ResizeObserver(look).observe(article)
  article.addEventListener("scroll", event => edge(event.target), { capture: true, passive: true })
  article.addEventListener("toggle", () => setTimeout(look), true)
}

// A list of hundreds is searched in place.
if (words.filter) {
  const box = make("input", { type: "search", placeholder: words.filter, autocomplete: "off", spellcheck: false })
  const status = make("span", { role: "status" })
  const items = [...article.querySelectorAll("ul > li:not(li li), tbody tr")]
  const parts = [...article.querySelectorAll(":is(h2, h3)[id]")]
  box.setAttribute("aria-label", words.filter)
  const within = (part, item) => !!(part.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING)
  box.addEventListener("input", () => {
    const asked = box.value.toLowerCase().split(/\s+/).filter(Boolean)
    let left = 0
    for (const item of items) {
      item.hidden = !asked.every(word => item.textContent.toLowerCase().includes(word))
      left += !item.hidden
    }
    for (const details of article.querySelectorAll("details:has(li)")) {
      details.open = asked.length > 0 && !!details.querySelector("li:not([hidden])")
      details.hidden = !details.querySelector("li:not([hidden])")
    }
    parts.forEach((part, i) => {
      const mine = items.filter(item => within(part, item) && !(parts[i + 1] && within(parts[i + 1], item)))
      if (mine.length) part.hidden = mine.every(item => item.hidden)
    })
    status.textContent = asked.length ? words.left.replace("#", left) : ""
  })
  const first = parts[0] ?? items[0].closest(".scroll, ul")
  first.before(make("p", { className: "filter" }, box, status))
}

// A link into what is folded opens it, and paper shows it.
{
  const reveal = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])")?.setAttribute("open", "")
  addEventListener("hashchange", reveal)
  reveal()
}
