// The search: what a reader types or pastes becomes words that the index has, pages are put into an order, and a dialog shows them.
// It runs in the page, without a worker, so that a site read from disk finds the same. The index comes when the search opens.
{
  // What a reader types

  // Not on `_` or camelCase, which would lose identifiers.
  const BETWEEN = /[\s\u200b\u2060,:;!?=\[\](){}<>"'`/+|&·…–—→@#$%~^\\「」“”‘’]+|-+(?!\d)|\.(?!\d)/
  const COMMON = new Set(
    ("a an and are as at be but by can could do does for from get got has have how i if in into is it its me my of on or our "
      + "should so than that the then there this to use was we what when where which who why will with would you your "
      + "know need want works work working happen happens between over through vs "
      + "true false torch pytorch nn "
      + "것 게 거 때 뭐 뭔가요 뭔지 뭐가 뭘 무엇 무엇인가요 어떤 어떻게 언제 왜 좀 더 안 못 다 수 하나요 하나 해야 하면 하려면 하는 하기 할까요 할까 "
      + "되나요 되는 되면 되죠 있나요 있는 없나요 인가요 나요 가요 입니다 합니다 해요 돼요 쓰나요 쓰는 랑 이랑 한 두 세 번 개 방법 법 싶은데 싶어요 주세요 "
      + "방법은 방법이 뜻 의미 구하기 구하나요 구하는 싶어 이유 이유가 별로 내는 학습").split(" "),
  )
  const PARTICLE = "이란|란|은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|까지|부터|보다|처럼|마다|이나|라는|이라는|에는|에서는|으로는|로는|이랑|랑"
  const ALONE = new RegExp(`^(?:${PARTICLE})$`)
  const SHORT = /^([가-힣])(?:을|를|으로|에서|까지|부터|보다|처럼|마다|만)$/
  const ENDING = new RegExp(`^([가-힣]{2,}?)들?(?:${PARTICLE}|[하해한할했되돼된될됐].*|시[키킨킬켜].*|으?려면)$`)
  const PLURAL = /^([a-z]{3,}(?:[^\Wsxei]|[^\Wxsz]e))s$/i
  const WORD = /[^\p{L}\p{N}_\u2024]+/u

  const FIELDS = { title: 3, text: 1.5, page: 5, phrases: 2, code: 1, other: 1, asked: 3 }  // what of an entry is searched, and what a word there weighs
  const WEIGHTS = Object.values(FIELDS), [TITLE, PAGE, ASKED] = ["title", "page", "asked"].map(name => Object.keys(FIELDS).indexOf(name))

  // What code looks like, whatever its names: each is typed for as `data/synonyms.csv` has it.
  const SHAPES = [
    [/(^|[\s(,[{])\*\*(?=[a-z_])/gi, "$1 **kwargs "],
    [/(^|[\s(,[{])\*(?=[a-z_])/gi, "$1 *args "],
    [/(\w)\[[^\]=]*\bNone\b[^\]=]*\]/g, "$1 x[None] "],
    [/(\w)\[(?:[^\]=]*(?::|\.\.\.)[^\]=]*|-\d+)\]/g, "$1 x[i:j] "],
  ]

  const compact = text => text.toLowerCase().replace(/[ -]/g, "")
  const plain = text => text.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&")
  const runs = text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)  // the words of a message, as they follow each other

  // The index: for each word the entries and fields that have it, and how often.
  class Index {
    constructor({ config, docs }) {
      this.entries = docs
      this.runs = []  // of each entry that was compared with something typed
      this.pages = new Map()
      this.words = new Map()
      const fields = Object.keys(FIELDS)
      const split = docs.map(doc => fields.map(name => plain(doc[name] ?? "").toLowerCase().split(BETWEEN).filter(Boolean)))
      const mean = fields.map((_, f) => split.reduce((sum, parts) => sum + parts[f].length, 0) / docs.length || 1)
      this.long = split.map(parts => parts.map((words, field) => words.length / mean[field]))
      split.forEach((parts, entry) => parts.forEach((words, field) => {
        const times = new Map()
        for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
        for (const [word, n] of times) this.words.has(word) ? this.words.get(word).push([entry, field, n]) : this.words.set(word, [[entry, field, n]])
      }))
      this.sorted = [...this.words.keys()].sort()
      this.roots = new Map()
      for (const word of this.sorted) {
        if (!/^[a-z]{3,}$/.test(word)) continue
        const from = root(word)
        this.roots.has(from) ? this.roots.get(from).push(word) : this.roots.set(from, [word])
      }
      docs.forEach((doc, entry) => {
        const [page, anchor] = doc.location.split("#")
        if (!this.pages.has(page)) this.pages.set(page, { location: page, entries: [] })
        if (anchor === undefined) this.pages.get(page).title = doc.title
        this.pages.get(page).entries.push(entry)
      })
      for (const page of this.pages.values()) {
        page.whole = page.entries.filter(entry => !docs[entry].location.includes("#"))
        page.short = Math.min(1, 3 / plain(page.title ?? "").split(/\s+/).length)
        page.less = (/^[^/]*\/?$/.test(page.location) ? 1.2 : 0) - Math.log(docs[page.entries[0]].boost ?? 1)
      }
      this.learn(config.words ?? {})
      this.say()
    }

    // What pages and sections are called and what readers asked who needed them: each by its pieces of three letters, which a slip
    // of the finger, another ending or another spacing leaves for the most part as they are.
    say() {
      this.sayings = []
      this.pieces = new Map()
      for (const page of this.pages.values())
        for (const entry of page.entries)
          for (const said of [plain(this.entries[entry].title), ...(this.entries[entry].asked ?? "").split("\n")]) {
            const all = pieces(said)
            if (all.size < 3 || said.length > 100) continue
            for (const piece of all) this.pieces.has(piece) ? this.pieces.get(piece).push(this.sayings.length) : this.pieces.set(piece, [this.sayings.length])
            this.sayings.push({ page: page.location, all })
          }
      for (const saying of this.sayings) saying.long = Math.sqrt([...saying.all].reduce((sum, piece) => sum + this.rare(piece) ** 2, 0))
    }

    rare(piece) {
      return Math.log(1 + this.sayings.length / ((this.pieces.get(piece)?.length ?? 0) + 1))
    }

    // How like the sayings of each page are to what was typed, the likest first (the cosine of their pieces). Of a message its words say more.
    near(text) {
      const found = new Map(), alike = new Map()
      if (text.length > 80) return found
      let long = 0
      for (const piece of pieces(text)) {
        const rare = this.rare(piece) ** 2
        long += rare
        for (const saying of this.pieces.get(piece) ?? []) alike.set(saying, (alike.get(saying) ?? 0) + rare)
      }
      for (const [saying, sum] of alike) {
        const { page, long: other } = this.sayings[saying]
        if (!found.has(page)) found.set(page, [])
        found.get(page).push(sum / other / Math.sqrt(long))
      }
      for (const shares of found.values()) shares.sort((a, b) => b - a)
      return found
    }

    learn(words) {
      this.meanings = new Map(Object.entries(words).map(([typed, meant]) => [compact(typed), meant]))
      const patterns = Object.keys(words).sort((a, b) => b.length - a.length).map(typed => {
        if (/[^\w가-힣 &-]/.test(typed)) return typed.replace(/[^\w ]/g, "\\$&")  // code
        if (/^\w/.test(typed)) return `\\b${typed.replace(/[ -]/g, "[ -]?")}s?(?!\\w|\\.\\w)`
        return [...typed.replace(/ /g, "")].join(typed.length > 3 ? " ?" : "")  // Korean is spaced as its writer likes
      })
      this.known = new RegExp(patterns.join("|") || "$^", "gi")
    }

    meaning(typed, at, whole) {
      const meant = this.meanings.get(compact(typed)) ?? this.meanings.get(compact(typed).replace(/s$/, ""))
      const inside = /[가-힣]/.test(whole[at - 1])  // our own word ends a compound; a synonym in a word is chance: 로스 in 크로스
      if (whole[at - 1] === ".") return typed  // part of a name in code
      return inside && compact(typed) !== compact(meant) ? typed : ` ${meant} `
    }

    // What the forms of a word weigh together in each entry that has one of them (BM25, summed over the entry's fields). A word is one word
    // with all its particles and endings: 텐서보다 is no rarer than 텐서.
    weigh(words) {
      const times = new Map()  // entry -> how often in each field
      let places = 0
      for (const word of words)
        for (const [entry, field, n] of this.words.get(word) ?? []) {
          if (!times.has(entry)) times.set(entry, [])
          if (!times.get(entry)[field]) places++
          times.get(entry)[field] = (times.get(entry)[field] ?? 0) + n
        }
      const rare = Math.log(1 + Math.abs((this.entries.length - places + 0.5) / (places + 0.5)))
      const weight = (entry, field, n) => WEIGHTS[field] * rare * 2.2 * n / (1.2 * (0.25 + 0.75 * this.long[entry][field]) + n)
      return new Map([...times].map(([entry, counts]) => [entry, counts.reduce((sum, n, field) => sum + weight(entry, field, n), 0)]))
    }

    // The words of the index that begin so.
    beginning(word) {
      let low = 0, high = this.sorted.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (this.sorted[middle] < word) low = middle + 1
        else high = middle
      }
      let end = low
      while (end < this.sorted.length && this.sorted[end].startsWith(word)) end++
      return this.sorted.slice(low, end)
    }

    // The words that it may stand for: those that begin with it, in English in any form, as removing is remove, and in
    // Korean those of a verb: 다를 is 다른 and 다르면.
    forms(word) {
      const [before, last] = [word.slice(0, -1), word.charCodeAt(word.length - 1)]
      const final = (last - 0xac00) % 28
      if (/^[가-힣]{2,}$/.test(word) && (final === 4 || final === 8)) {  // ㄴ or ㄹ
        const verb = before + String.fromCharCode(last - final)
        const others = [4, 8, 16].map(consonant => before + String.fromCharCode(last - final + consonant))
        return [...new Set([word, ...others, ...[..."다고지면기는"].map(ending => verb + ending)].flatMap(said => this.beginning(said)))]
      }
      return /^[a-z]{3,}$/.test(word) ? [...new Set([...this.beginning(word), ...this.roots.get(root(word)) ?? []])] : this.beginning(word)
    }

    heard(word) {
      return this.beginning(word.toLowerCase()).length > 0 || this.roots.has(root(word.toLowerCase()))
    }

    // The words that a word no page has was meant to be: those that the fewest slips of a finger part from it. Korean slips are counted in
    // letters (ㅓ for ㅕ), and a Korean word may go on: 설치 for 셜치 is found in 설치하기. Of several the one that is said most.
    meant(word) {
      const korean = /^[가-힣]+$/.test(word)
      if (!korean && !/^[a-z_]+$/.test(word)) return []
      const letters = spelled(word)
      let most = korean ? (word.length > 3 ? 2 : word.length > 1 ? 1 : 0) : word.length > 7 ? 2 : word.length > 4 ? 1 : 0
      let found = new Set()
      for (const other of most ? this.spellings() : []) {
        if (other[0] !== word[0] && !(korean && spelled(other)[0] === letters[0])) continue
        const ours = korean ? other.match(/^[가-힣]*/)[0] : other
        for (const length of korean ? [word.length - 1, word.length, word.length + 1] : [ours.length]) {
          if (length < 2 || length > ours.length) continue
          const said = ours.slice(0, length), far = slips(letters, spelled(said), most)
          if (far > most) continue
          if (far < most) [most, found] = [far, new Set()]
          found.add(said)
        }
      }
      return [...found].sort((one, other) => this.often(other) - this.often(one)).slice(0, 1)
    }

    often(word) {
      return this.beginning(word).reduce((sum, said) => sum + this.words.get(said).length, 0)
    }

    // What a slip may have hit: the words of the index, and what readers type for them.
    spellings() {
      return this.vocabulary ??= [...new Set([...this.words.keys(), ...[...this.meanings.keys()]])].filter(word => /^[a-z_]{4,}$|^[가-힣]{2,}/.test(word))
    }

    // A Korean word that no page has is a compound written as one, or a verb in another form: 난수시드 is 난수 시드, 느려지나요 is 느려.
    // A name that no page has may say by its parts what it is about.
    parts(word) {
      if (/[a-z]_[a-z]/i.test(word) && !this.heard(word)) return word.split("_").filter(part => part.length > 1)
      if (!/^[가-힣]{3,}$/.test(word) || this.heard(word)) return [word]
      for (let cut = word.length - 1; cut > 1; cut--)
        if (this.heard(word.slice(0, cut))) return [word.slice(0, cut), word.slice(cut)].filter(part => part.length > 1 && this.heard(part))
      return [word]
    }

    // A word that nothing begins with, neither whole nor in parts, as it was meant.
    mended(word) {
      if (this.heard(word)) return undefined
      const parts = this.parts(word)
      if (parts.length > 1) return undefined
      const meant = this.meant(word)
      return meant.length ? meant.flatMap(said => (this.meanings.get(said) ?? said).toLowerCase().split(WORD)) : undefined
    }

    // No signs, no traceback, no particles and endings, and the site's own words for synonyms.
    spoken(text) {
      const code = /\b(?:Error|Exception|Warning)\b:/.test(text) ? text : SHAPES.reduce((said, [shape, typed]) => said.replace(shape, typed), text)
      return code
        .replace(/(\d)\.(?=\d)/g, "$1\u2024")  // 0.485 is one word
        .replace(/^.*?(?=\b[\w.]*(?:Error|Exception|Warning)\b:)/, "")
        .replace(/File "[^"]*", line \d+(?:, in \S+)?/g, " ")
        .replace(this.known, (typed, at, whole) => this.meaning(typed, at, whole))
        .replace(/[가-힣](?=\w)|\w(?=[가-힣])/g, "$& ")
        .split(WORD)
        .map(word => stem(word).replace(SHORT, "$1").replace(ENDING, "$1").replace(PLURAL, "$1").toLowerCase())
        .map(word => word.replaceAll("\u2024", "."))
        .filter(Boolean)
    }

    // No words that every page has either, unless there are no others.
    understood(words) {
      const telling = words.filter(word => !/^(?:\d+|[a-z])$/i.test(word) && !ALONE.test(word) && !COMMON.has(word))
      const asked = [...new Set((telling.length ? telling : words).flatMap(word => this.mended(word) ?? this.parts(word)))]
      const others = asked.filter(word => !COMMON.has(word))  // pytroch is pytorch
      return others.length ? others : asked
    }

    // What was typed and stands on no page, in no form: the name of something that the site has nothing on. Not of a message, which
    // holds names of its writer, and no ending of a Korean verb.
    unsaid(text) {
      if (/(?:Error|Exception|Warning)\b/.test(text) || text.length > 60) return []
      const typed = text.toLowerCase()
      return this.understood(this.spoken(text)).filter(word => word.length > 1 && !this.heard(word) && typed.includes(word) && !/[요죠까]$/.test(word))
    }

    // Pages, the best first, each with its sections, the best first.
    find(text) {
      const words = this.spoken(text), asked = this.understood(words)
      if (!asked.length) return []
      // Neighbours may stand as one word in the index: DataLoader, zero_grad, a training loop.
      const said = words.filter(word => !ALONE.test(word))
      const pairs = said.slice(1).map((word, i) => [said[i], word]).filter(pair => pair.some(word => asked.includes(word)))
      const joined = asked.length < 5 ? pairs.flatMap(([one, other]) => [one + other, `${one}_${other}`]) : []
      const clauses = [...asked, ...joined].flatMap(word => {
        const exact = /[가-힣]/.test(word) ? [] : [[[word], 3]]  // `mode` before `model`; a Korean word stands before its particle anyhow
        return [...exact, [this.forms(word), 1]]
      })
      const scores = new Map(), met = new Map()
      for (const [words, boost] of clauses)
        for (const [entry, weight] of this.weigh(words)) {
          scores.set(entry, (scores.get(entry) ?? 0) + boost * weight)
          met.set(entry, (met.get(entry) ?? 0) + 1)
        }
      for (const [entry, score] of scores) {
        const boost = !this.entries[entry].location.includes("#") + met.get(entry) / clauses.length
        scores.set(entry, score * (1 + boost ** 2))
      }
      return this.order(asked, scores, this.near(text), runs(text), /^\s*\w+(?:\.\w+)+(?:\(.*\))?\s*$/.test(text))
    }

    // How much of a message that was pasted an entry has word for word, as its title or in its text; a few words are chance,
    // but for a name with its module, torch.cross.
    quotes(entry, typed, name) {
      const [named, said] = this.runs[entry] ??= [this.entries[entry].title, this.entries[entry].text].map(part => runs(plain(part)))
      const [inTitle, inText] = [common(typed, named), common(typed, said)]
      const few = inTitle < 4 && inText === typed.length && typed.every(word => /^[a-z]/.test(word)) ? 0.35 : 0  // all that was typed, but no message
      const called = name && inTitle === typed.length ? 0.8 : 0
      return Math.max(few, called, inTitle > 3 ? inTitle / Math.min(typed.length, named.length) : 0, inText > 5 ? inText / typed.length : 0)
    }

    // A page ranks by its best section and by all of them together, by how much of the question it covers, as a whole, in one section and
    // in its title, in its description and in what readers asked who needed it, where a word counts the more, the fewer pages have it, by
    // how like the two likest of its titles and questions are to this one, and by the longest piece of it that stands there word for word.
    // A chapter's own page lists the others: where one of them answers, too, that one comes first.
    // The numbers put most of data/queries.csv right, where an index without the questions was asked for one fourth of them in turn.
    order(asked, scores, near, typed, name) {
      const having = new Map(asked.map(word => {
        const places = this.forms(word).flatMap(found => this.words.get(found))
        return [word, [places, ...[TITLE, PAGE, ASKED].map(in_ => places.filter(([, field]) => field === in_))].map(some => new Set(some.map(([entry]) => entry)))]
      }))
      const pages = [...this.pages.values()]
        .map(page => ({ ...page, found: page.entries.filter(entry => scores.has(entry)).sort((a, b) => scores.get(b) - scores.get(a)) }))
        .filter(page => page.found.length)
      const weights = asked.map(word => {
        const n = pages.filter(page => page.found.some(entry => having.get(word)[0].has(entry))).length
        return [word, n && Math.log(1 + this.entries.length / 20 / n)]
      })
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0) || 1
      const covered = (entries, where = 0) =>
        weights.reduce((sum, [word, weight]) => sum + (entries.some(entry => having.get(word)[where].has(entry)) ? weight : 0), 0) / total
      for (const page of pages) {
        const each = page.found.map(entry => scores.get(entry))
        const most = Math.max(...page.found.map(entry => covered([entry])))
        const [title, told, said] = [covered(page.whole, 1) * page.short, covered(page.whole, 2), covered(page.whole, 3)]
        const [likest = 0, next = 0] = near.get(page.location) ?? []
        page.rank = Math.log(each[0]) * 0.77 + Math.log(each.reduce((a, b) => a + b)) * 1.15 + covered(page.found) * 1.4 + most * 2.5
          + title * 0.9 + told * 1.4 + said * 0.5 + likest * 3.1 + next * 0.9 - page.less
      }
      if (typed.length > 2 || name)
        for (const page of pages) {
          const said = page.found.map(entry => [entry, this.quotes(entry, typed, name)])
          const [entry, share] = said.reduce((best, next) => next[1] > best[1] ? next : best)
          page.rank += 2.8 * share
          if (share > 0.4) page.found = [entry, ...page.found.filter(other => other !== entry)]
        }
      return pages.sort((a, b) => b.rank - a.rank)
    }
  }

  // A verb whose stem ends in a consonant keeps it in every form: 섞어서 and 섞는 are 섞기.
  const stem = word => {
    const [, open] = /^([가-힣]하|[가-힣]{2,})(?:으?려면|으?려고|기|면|나요)$/.exec(word) ?? []
    if (open) return open
    const [, verb] = /^([가-힣])(?:[어아]서|기|는|으면|으려면|어야|아야|었.*|았.*)$/.exec(word) ?? []
    return verb && (verb.charCodeAt() - 0xac00) % 28 ? verb : word
  }

  // What the forms of an English word have in common: index of indexes and indexing, averag of averages and averaged.
  const root = word => {
    let said = word.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^s])s$/, "$1")
    const cut = said.replace(/(?:ization|isation)$/, "ize").replace(/(?:ing|ed|er|ly|ment|ion|or|able)$/, "")
    if (cut.length > 2 && /[aeiouy]/.test(cut)) said = cut
    said = said.replace(/([b-df-hj-km-np-rt-y])\1$/, "$1")
    return said.length > 3 ? said.replace(/e$/, "").replace(/i$/, "y") : said
  }

  // Letters of Korean stand apart, and Korean words together; what begins and ends another word is a piece of its own.
  const pieces = text => {
    const whole = ` ${text.toLowerCase().split(WORD).filter(Boolean).join(" ")} `.replace(/([가-힣]) (?=[가-힣])/g, "$1").normalize("NFD")
    return new Set([...whole].slice(2).map((_, i) => whole.slice(i, i + 3)))
  }

  // A word as it is spelled: a Korean syllable by its letters, 설 as ㅅㅓㄹ.
  // Loanwords are written with ㅐ or ㅔ, with ㅆ or ㅅ, as one likes.
  const LIKE = { "\u1162": "\u1166", "\u1164": "\u1168", "\u1101": "\u1100", "\u1104": "\u1103", "\u1108": "\u1107", "\u110a": "\u1109", "\u110d": "\u110c" }
  const spelled = word => word.normalize("NFD").replace(/[\u1101-\u1164]/g, letter => LIKE[letter] ?? letter)

  // How many letters were missed, added, taken for another or swapped; more than `most` is told as more, not as how many.
  const slips = (typed, meant, most) => {
    if (Math.abs(typed.length - meant.length) > most) return most + 1
    let older = [], before = [...Array(meant.length + 1).keys()]
    for (let i = 1; i <= typed.length; i++) {
      const now = [i]
      for (let j = 1; j <= meant.length; j++) {
        now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (typed[i - 1] !== meant[j - 1]))
        if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1)
      }
      if (Math.min(...now) > most) return most + 1
      older = before
      before = now
    }
    return before[meant.length]
  }

  // How many words, one after the other, both have.
  const common = (typed, said) => {
    const places = new Map()
    typed.forEach((word, i) => places.has(word) ? places.get(word).push(i) : places.set(word, [i]))
    let longest = 0, before = []
    for (const word of said) {
      const now = []
      for (const i of places.get(word) ?? []) longest = Math.max(longest, now[i] = (before[i - 1] ?? 0) + 1)
      before = now
    }
    return longest
  }

  // What a reader sees

  const dialog = document.querySelector("dialog.search")
  const [box, status, list, help] = ["input", "[role=status]", "ol", ".help"].map(part => dialog.querySelector(part))
  const words = dialog.dataset
  const base = new URL(words.base.replace(/\/?$/, "/"), location)
  let index, loading

  // Where an entry stands: from disk a page is a file, and a folder's own page is its index.html.
  const address = ({ location: place }) => {
    const [folder, anchor] = place.split("#")
    const file = /^[^/]*\/?$/.test(folder) ? `${folder}index.html` : folder.replace(/\/$/, ".html")
    return new URL((location.protocol === "file:" ? file : folder) + (anchor ? `#${anchor}` : ""), base)
  }

  // A browser that reads a file from disk fetches no data, but runs a script.
  const load = () => loading ??= (location.protocol === "file:"
    ? new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: new URL("search/search_index.js", base), onerror: reject })
      script.onload = () => resolve(__index)
      document.head.append(script)
    })
    : fetch(new URL("search/search_index.json", base)).then(answer => answer.ok ? answer.json() : Promise.reject(answer))
  ).then(
    data => { index = new Index(data); show() },
    () => { loading = undefined; status.textContent = words.failed },
  )

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // The text with the words that were typed in <mark>, and nothing else: no synonym, no part of a compound.
  const marked = (text, typed) => typed ? text.split(typed).map((part, i) => i % 2 ? element("mark", {}, part) : part) : [text]
  const pattern = text => {
    const typed = text.split(WORD).map(word => word.replace(SHORT, "$1").replace(ENDING, "$1")).filter(word => word.length > 1 || /[가-힣]/.test(word))
    const escaped = typed.sort((a, b) => b.length - a.length).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    return escaped.length ? new RegExp(`(${escaped.join("|")})`, "gi") : null
  }
  const teaser = (text, typed) => {
    const whole = text.replace(/\s+/g, " ").replace(/ (?=[.,)](?: |$)|(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서)(?![가-힣]))/g, "").trim()
    const at = typed ? whole.search(typed) : -1
    const start = at > 60 ? whole.lastIndexOf(" ", at - 30) + 1 : 0
    const end = whole.length > start + 140 ? whole.lastIndexOf(" ", start + 140) : whole.length
    return [start ? "… " : "", ...marked(whole.slice(start, end), typed), end < whole.length ? " …" : ""]
  }

  const item = (page, typed) => {
    const entries = page.found.map(entry => index.entries[entry])
    const whole = index.entries[page.entries.find(entry => !index.entries[entry].location.includes("#"))] ?? entries[0]
    const link = (entry, text) => {
      const title = plain(entry.title), prose = plain(text).trim()
      const rest = prose.startsWith(title) ? prose.slice(title.length).replace(/^ *-/, "") : prose  // a message stands above already
      return element("a", { href: address(entry) }, element("b", {}, ...marked(title, typed)), element("span", {}, ...teaser(rest, typed)))
    }
    const sections = entries.filter(entry => entry !== whole).slice(0, 3)
    return element(
      "li", {}, link(whole, whole.page || whole.text),
      ...sections.length ? [element("ul", {}, ...sections.map(entry => element("li", {}, link(entry, entry.text))))] : [],
    )
  }

  const show = () => {
    const text = box.value.trim()
    const found = index && text ? index.find(text) : []
    list.replaceChildren(...found.slice(0, 10).map(page => item(page, pattern(text))))
    help.hidden = !index || !text || found.length > 0
    status.textContent = !text ? words.placeholder : !index ? words.loading : found.length ? words.found.replace("#", found.length) : words.none
    const unsaid = found.length ? index.unsaid(text) : []
    if (unsaid.length) status.textContent += ` · ${words.unsaid.replace("#", unsaid.join(", "))}`
    dialog.scrollTop = 0
  }

  const open = text => {
    if (text !== undefined) box.value = text
    if (!dialog.open) dialog.showModal()
    box.select()
    show()
    load()
  }

  box.addEventListener("input", show)
  dialog.addEventListener("submit", event => {
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("button, a")) dialog.close()
  })
  dialog.addEventListener("keydown", event => {
    if (event.isComposing || !["ArrowDown", "ArrowUp"].includes(event.key)) return
    const stops = [box, ...list.querySelectorAll("a")]
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)
    event.preventDefault()
    stops[Math.max(0, Math.min(next, stops.length - 1))].focus()
  })
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return
    if (event.key !== "/" || event.target.closest("input, textarea, select, [contenteditable]")) return
    event.preventDefault()
    open()
  })
  document.addEventListener("click", event => {
    const asks = event.target.closest?.("[data-search], a[href^='?q=']")
    if (!asks || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(asks.href ? new URL(asks.href).searchParams.get("q") : undefined)
  })
  const asked = new URLSearchParams(location.search).get("q")
  if (asked !== null) open(asked)
}
