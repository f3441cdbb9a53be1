// ECharts in the page's colours, loaded when the first chart is shown.
import { LitElement, html } from 'lit';

let library;
const load = () => (library ??= import('./echarts.js'));

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A chart. `option` is a function, so that colours are read again when the theme changes. */
export class Chart extends LitElement {
  static properties = { option: { attribute: false }, label: {}, tall: { type: Boolean } };

  #chart;
  #size = new ResizeObserver(() => this.#chart?.resize());
  #theme = () => this.#draw();
  #dark = matchMedia('(prefers-color-scheme: dark)');

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('kenshin-theme', this.#theme);
    this.#dark.addEventListener('change', this.#theme);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('kenshin-theme', this.#theme);
    this.#dark.removeEventListener('change', this.#theme);
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  get chart() {
    return this.#chart;
  }

  async updated() {
    if (!this.#chart) {
      const { init } = await load();
      if (!this.isConnected || this.#chart) {
        return;
      }
      const place = this.querySelector('.canvas');
      this.#chart = init(place);
      this.#size.observe(place);
      this.dispatchEvent(new CustomEvent('ready', { detail: this.#chart }));
    }
    this.#draw();
  }

  #draw() {
    if (this.#chart && this.option) {
      this.#chart.setOption(
        {
          textStyle: { fontFamily: 'inherit', color: colour('text') },
          animation: false,
          ...this.option(),
        },
        { notMerge: true },
      );
      this.dispatchEvent(new Event('drawn'));
    }
  }

  render() {
    return html`<div class="canvas ${this.tall ? 'tall' : ''}" role="img" aria-label=${this.label ?? 'chart'}></div>`;
  }
}
customElements.define('kenshin-chart', Chart);

/** Axes as they all look. */
export const axis = (name, more = {}) => ({
  name,
  nameLocation: 'middle',
  nameGap: 28,
  nameTextStyle: { color: colour('muted') },
  axisLabel: { color: colour('muted') },
  axisLine: { lineStyle: { color: colour('line') } },
  splitLine: { lineStyle: { color: colour('line') } },
  ...more,
});

/** Room, legend and hints of charts with axes, as they all look. Hints are drawn: no text in them becomes markup. */
export const plot = () => ({
  grid: { left: 56, right: 12, top: 30, bottom: 44 },
  legend: { top: 0, textStyle: { color: colour('text') } },
  tooltip: { renderMode: 'richText', trigger: 'axis' },
});
