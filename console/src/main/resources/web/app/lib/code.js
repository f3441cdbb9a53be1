// Code as text: highlighted, with stretches marked, side by side with other code.
import hljs from 'highlight.js/lib/core';
import java from 'highlight.js/lib/languages/java';
import python from 'highlight.js/lib/languages/python';
import c from 'highlight.js/lib/languages/c';

hljs.registerLanguage('java', java);
hljs.registerLanguage('python', python);
hljs.registerLanguage('c', c);

function language(code) {
  if (/^\s*(def|class|import|from)\b.*:?\s*$/m.test(code) && /:\s*$/m.test(code)) {
    return 'python';
  }
  return /^\s*#include|->|\bstruct\b|\bsizeof\b/m.test(code) ? 'c' : 'java';
}

/** Wraps stretches [start, end) of the text below a node, which may go across elements. */
function wrap(root, ranges, name) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let at = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push({ node, start: at, end: at + node.data.length });
    at += node.data.length;
  }
  for (const { node, start, end } of texts) {
    let rest = node;
    let from = start;
    for (const range of ranges.filter((one) => one.start < end && one.end > start)) {
      const first = Math.max(range.start, from);
      const last = Math.min(range.end, end);
      const inside = first > from ? rest.splitText(first - from) : rest;
      rest = last < end ? inside.splitText(last - first) : null;
      const mark = document.createElement(name === 'trigger' ? 'mark' : 'span');
      mark.className = name;
      inside.replaceWith(mark);
      mark.append(inside);
      from = last;
      if (!rest) {
        break;
      }
    }
  }
}

/** A <pre> of code; `marks` are { trigger: ranges, changed: ranges }. The highlighter escapes what it is given. */
export function codeBlock(code, marks = {}, label = 'code') {
  const pre = document.createElement('pre');
  pre.className = 'code';
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', label);
  const inner = document.createElement('code');
  inner.innerHTML = hljs.highlight(code, { language: language(code), ignoreIllegals: true }).value;
  Object.entries(marks).forEach(([name, ranges]) => wrap(inner, ranges, name));
  pre.append(inner);
  return pre;
}

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

/** Lines that only one of two pieces of code has, as ranges in each: longest common subsequence, indentation aside. */
export function differences(left, right) {
  const a = lines(left);
  const b = lines(right);
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] =
        a[i].text === b[j].text ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const only = { left: [], right: [] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].text === b[j].text) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      only.left.push(a[i++]);
    } else {
      only.right.push(b[j++]);
    }
  }
  return only;
}
