/** Words to write texts of, by script. Some hold what trips programs: combining marks, emoji of several code points, marks of direction, quotes, backslashes, line breaks. */
export const words = {
  latin: (
    "the of and to in is it you that was for on are with as this be at one have not we can all your when " +
    "up use how said each she which do their time if will way about many then them write would like so these " +
    "her long make thing see him two has look more day could go come did number sound no most people over know " +
    "than call first who may down side been now find any new work part take get place made live where after back " +
    "little only round man year came show every good me give our under name very through just form great think say " +
    "help low line differ turn cause much mean before move right boy old too same tell does set three want air well " +
    "also play small end put home read hand port large spell add even land here must big high such follow act why " +
    "meeting deploy release invoice tomorrow lunch channel thanks please review https://example.com/a?b=c&d=e"
  ).split(" "),
  accented:
    "à été garçon naïve über größe señor mañana ação coração žluťoučký kůň łódź zażółć İstanbul ığdır e\u0301te\u0301 a\u0308rger n\u0303andu\u0301 o\u0302\u0323 Việt".split(
      " ",
    ),
  cyrillic: "привет как дела сегодня завтра хорошо спасибо работа ещё съезд їжак".split(" "),
  arabic: "مرحبا كيف الحال اليوم شكرا جزيلا غدا \u200fنعم\u200f לא שלום תודה \u202bמחר\u202c".split(
    " ",
  ),
  cjk: "你好 今天 谢谢 明天见 会议 日本語 ありがとう おはよう 안녕하세요 감사합니다 𠮷野家".split(
    " ",
  ),
  emoji: "😀 👍 🎉 ❤️ 👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 🇩🇪 🧑🏿‍💻 1️⃣ ☕ 🤷‍♀️".split(" "),
  awkward: [
    '"quoted"',
    "it's",
    "C:\\temp\\new",
    "line\nbreak",
    "tab\there",
    "<b>&amp;</b>",
    "\u2028",
    "z\u0351\u036b\u0343a\u0334\u0328l\u034cgo",
    "null",
    "`code`",
    '{"type":"message"}',
    "\ufeff",
    "\u007f",
  ],
} as const satisfies Record<string, readonly string[]>;
