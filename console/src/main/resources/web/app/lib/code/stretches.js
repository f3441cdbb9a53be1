/**
 * Where ranges { start, end } of a whole text lie in the consecutive texts that it is made of: for each of these, of
 * which only the lengths are given, pairs of where a stretch begins and where it ends. Stretches do not overlap.
 */
export function stretches(lengths, ranges) {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  let before = 0;
  return lengths.map((length) => {
    const start = before;
    before += length;
    const within = [];
    let covered = start;
    inOrder.forEach((range) => {
      const from = Math.max(range.start, covered);
      const to = Math.min(range.end, before);
      if (from < to) {
        within.push([from - start, to - start]);
        covered = to;
      }
    });
    return within;
  });
}
