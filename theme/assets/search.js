// What a reader types or pastes becomes words that the index has. Material hands the text to lunr as a query language, in which
// `:` names a field and `-` excludes; and lunr finds a word by its beginning. So: no signs, no traceback, no particles and endings,
// no words that every page has, and the site's own words for synonyms, which the index brings along. And what lunr finds is put into
// an order of pages: it ranks sections, of which a page on the matter has many good ones and any other page may have the best one.
{
  const SETUP = 0, QUERY = 2, RESULT = 3  // Material's message types
  const COMMON = new Set(
    ("a an and are as at be but by can could do does for from get got has have how i if in into is it its me my of on or our "
      + "should so than that the then there this to use was we what when where which who why will with would you your "
      + "know need want works work working happen happens between over through vs "
      + "true false torch pytorch nn "
      + "것 게 거 때 뭐 뭔가요 뭔지 뭐가 뭘 무엇 무엇인가요 어떤 어떻게 언제 왜 좀 더 안 못 다 수 하나요 하나 해야 하면 하려면 하는 하기 할까요 할까 "
      + "되나요 되는 되면 되죠 있나요 있는 없나요 인가요 나요 가요 입니다 합니다 해요 돼요 쓰나요 쓰는 랑 이랑 한 두 세 번 개 방법 법 싶은데 싶어요 주세요 "
      + "방법은 방법이 싶어 이유 이유가 별로 내는 학습").split(" "),
  )
  const PARTICLE = "이란|란|은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|까지|부터|보다|처럼|마다|이나|라는|이라는|에는|에서는|으로는|로는|이랑|랑"
  const ALONE = new RegExp(`^(?:${PARTICLE})$`)
  const SHORT = /^([가-힣])(?:을|를|으로|에서|까지|부터|보다|처럼|마다)$/
  const ENDING = new RegExp(`^([가-힣]{2,}?)들?(?:${PARTICLE}|[하해한할했되돼된될됐].*|시[키킨킬켜].*|으?려면)$`)
  const PLURAL = /^([a-z]{3,}[^\Ws])s$/i
  const WORD = /[^\p{L}\p{N}_]+/u

  const compact = text => text.toLowerCase().replace(/[ -]/g, "")
  let meanings = new Map(), known = /$^/, entries = [], said, asked = [], worker, answer

  const learn = ({ config: { words = {} }, docs }) => {
    entries = docs
    meanings = new Map(Object.entries(words).map(([typed, meant]) => [compact(typed), meant]))
    const patterns = Object.keys(words).sort((a, b) => b.length - a.length).map(typed => {
      if (/^\w/.test(typed)) return `\\b${typed.replace(/[ -]/g, "[ -]?")}s?(?!\\w|\\.\\w)`
      return [...typed.replace(/ /g, "")].join(typed.length > 3 ? " ?" : "")  // Korean is spaced as its writer likes
    })
    known = new RegExp(patterns.join("|") || "$^", "gi")
  }

  const meaning = (typed, at, whole) => {
    const meant = meanings.get(compact(typed)) ?? meanings.get(compact(typed).replace(/s$/, ""))
    const inside = /[가-힣]/.test(whole[at - 1])  // our own word ends a compound; a synonym in a word is chance: 로스 in 크로스
    if (whole[at - 1] === ".") return typed  // part of a name in code
    return inside && compact(typed) !== compact(meant) ? typed : ` ${meant} `
  }

  // A verb whose stem ends in a consonant keeps it in every form: 섞어서 and 섞는 are 섞기.
  const stem = word => {
    const [, verb] = /^([가-힣])(?:[어아]서|기|는|으면|으려면|어야|아야|었.*|았.*)$/.exec(word) ?? []
    return verb && (verb.charCodeAt() - 0xac00) % 28 ? verb : word
  }

  // A Korean word that no page has is a compound written as one, or a verb in another form: 난수시드 is 난수 시드, 느려지나요 is 느려.
  // A name that no page has may say by its parts what it is about.
  const heard = word => {
    said ??= entries.map(({ title, text, page, code }) => `${title} ${text} ${page} ${code}`).join(" ").toLowerCase()
    return new RegExp(`(?:^|[^가-힣])${word.toLowerCase()}`).test(said)
  }
  const parts = word => {
    if (/[a-z]_[a-z]/i.test(word) && !heard(word)) return word.split("_").filter(part => part.length > 1)
    if (!/^[가-힣]{3,}$/.test(word) || heard(word)) return [word]
    for (let cut = word.length - 1; cut > 1; cut--)
      if (heard(word.slice(0, cut))) return [word.slice(0, cut), word.slice(cut)].filter(part => part.length > 1 && heard(part))
    return [word]
  }

  const understood = text => {
    let words = text
      .replace(/^.*?(?=\b[\w.]*(?:Error|Exception|Warning)\b:)/, "")
      .replace(/File "[^"]*", line \d+(?:, in \S+)?/g, " ")
      .replace(known, meaning)
      .replace(/[가-힣](?=\w)|\w(?=[가-힣])/g, "$& ")
      .split(WORD)
      .map(word => stem(word).replace(SHORT, "$1").replace(ENDING, "$1").replace(PLURAL, "$1"))
      .filter(Boolean)
    const telling = words.filter(word => !/^(?:\d+|[a-z])$/i.test(word) && !ALONE.test(word) && !COMMON.has(word.toLowerCase()))
    if (telling.length) words = telling
    words = [...new Set(words.flatMap(parts))]
    asked = words.map(word => word.toLowerCase())
    if (words.length < 5) words = words.flatMap((word, i) => i ? [words[i - 1] + word, `${words[i - 1]}_${word}`, word] : [word])
    // `mode` before `model`; a Korean word stands before its particle anyhow.
    return words.map(word => /[가-힣]/.test(word) ? word : `${word}^3 ${word}`).join(" ")
  }

  // A page ranks by its best section and by all of them together, and by how much of the question it covers, as a whole and in one
  // section, where a word counts the more, the fewer pages have it.
  const order = pages => {
    const sections = pages.map(page => page.filter(({ score }) => score))
    const having = word => found => found.some(({ terms }) => terms[word])
    const weight = word => {
      const pages = sections.filter(having(word)).length
      return pages && Math.log(1 + entries.length / 20 / pages)
    }
    const weights = asked.map(word => [word, weight(word)])
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0) || 1
    const covered = found => weights.reduce((sum, [word, weight]) => sum + (having(word)(found) ? weight : 0), 0) / total
    const ranks = new Map(pages.map((page, i) => {
      const scores = sections[i].map(({ score }) => score)
      const best = Math.max(...scores), sum = scores.reduce((a, b) => a + b)
      const most = Math.max(...sections[i].map(section => covered([section])))
      return [page, Math.log(best * sum) / 2 + covered(sections[i]) + most * 0.8]
    }))
    pages.sort((a, b) => ranks.get(b) - ranks.get(a))
  }

  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.type === SETUP) [worker] = [this, learn(message.data)]
    if (message.type === QUERY) message = { ...message, data: understood(message.data) }
    return post.call(this, message, ...rest)
  }

  // Material has been listening to the worker since before this script: its own listener is to read the pages in their order.
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")
  Object.defineProperty(MessageEvent.prototype, "data", {
    configurable: true,
    enumerable: true,
    get() {
      const message = get.call(this)
      if (this.target === worker && message.type === RESULT && message !== answer) order((answer = message).data.items)
      return message
    },
  })

  // Material looks at the box when a key comes up: a paste by mouse or by touch has none.
  const box = document.querySelector("[data-md-component=search-query]")
  box?.addEventListener("input", () => box.dispatchEvent(new Event("keyup")))
}
