/** Letters of scripts that put no space between words, each with its marks. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

/** Accents, but for the voicing marks of kana, which make other letters. */
const accents = /(?![\u3099\u309a])\p{Script=Inherited}/gu;

const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** The words of a text as search compares them: runs of letters and digits, without case, accents and forms of writing (full-width, ligatures). Each is a list of terms: one, but where a script puts no space between words, one a letter, so that any part of a sentence is found as terms in a row. */
export function searchWords(text: string): string[][] {
  const folded = text
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ς", "σ");
  const words = folded.match(word) ?? [];
  return words
    .map((run) => run.replace(unspaced, " $& ").split(" ").filter(Boolean))
    .filter((terms) => terms.length > 0);
}
