/** The language that code looks like, for the highlighter: python, c or java. */
export function language(code) {
  if (/^\s*(def|class|import|from)\b.*:?\s*$/m.test(code) && /:\s*$/m.test(code)) {
    return 'python';
  }
  return /^\s*#include|->|\bstruct\b|\bsizeof\b/m.test(code) ? 'c' : 'java';
}
