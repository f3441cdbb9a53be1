// Code as text: highlighted, with stretches marked.
import hljs from 'highlight.js/lib/core';
import c from 'highlight.js/lib/languages/c';
import java from 'highlight.js/lib/languages/java';
import python from 'highlight.js/lib/languages/python';
import { language } from './language.js';
import { stretches } from './stretches.js';

hljs.registerLanguage('java', java);
hljs.registerLanguage('python', python);
hljs.registerLanguage('c', c);

function textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push(node);
  }
  return texts;
}

/** Wraps ranges of the text below a node, which may go across elements. */
function wrap(root, ranges, name) {
  const texts = textsOf(root);
  const within = stretches(
    texts.map((node) => node.data.length),
    ranges,
  );
  texts.forEach((node, i) => {
    // The last first, so that what comes before it stays where it is.
    within[i].reverse().forEach(([from, to]) => {
      const inside = node.splitText(from);
      inside.splitText(to - from);
      const mark = document.createElement(name === 'trigger' ? 'mark' : 'span');
      mark.className = name;
      inside.replaceWith(mark);
      mark.append(inside);
    });
  });
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
