const MOST_LINES = 2000;

function lines(code) {
  let at = 0;
  return code
    .split('\n')
    .slice(0, MOST_LINES)
    .map((text) => {
      const line = { text: text.trim(), start: at, end: at + text.length };
      at += text.length + 1;
      return line;
    });
}

/** For each pair of places, how many lines both have in common from there on. */
function commonFrom(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] =
        a[i].text === b[j].text ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

/** Lines that only one of two pieces of code has, as ranges in each: longest common subsequence, indentation aside. */
export function differences(left, right) {
  const a = lines(left);
  const b = lines(right);
  const common = commonFrom(a, b);
  const only = { left: [], right: [] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].text === b[j].text) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
      only.left.push(a[i++]);
    } else {
      only.right.push(b[j++]);
    }
  }
  return only;
}
