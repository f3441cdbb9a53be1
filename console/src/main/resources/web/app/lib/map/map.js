// The t-SNE map of a scan, with a lasso.
import { LitElement, html } from 'lit';
import '../chart.js';
import { drawing } from './drawing.js';

/** Corners of a lasso, at most. */
const VERTICES = 60;
/** What is drawn. A chart that is drawn again forgets a lasso that is being drawn: nothing else may draw it again. */
const SHOWN = ['points', 'by', 'shown', 'area', 'picked'];

/**
 * Properties: `points`, `by` what colours them, `shown` ids that the filters leave, `area` the lasso as a polygon.
 * Events: `area` with a polygon or null, `pick` with a sample id.
 */
export class SampleMap extends LitElement {
  static properties = {
    points: { attribute: false },
    by: {},
    shown: { attribute: false },
    area: { attribute: false },
    picked: {},
    lasso: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (SHOWN.some((name) => changed.has(name))) {
      // A choice must not move what the reader looks at.
      this.drawing = () => drawing(this, this.chart?.getOption()?.dataZoom);
    }
  }

  ready({ detail: chart }) {
    this.chart = chart;
    chart.on('brushEnd', ({ areas }) => {
      const range = areas[0]?.range;
      if (range?.length > 2) {
        const step = Math.max(1, Math.ceil(range.length / VERTICES));
        const polygon = range
          .filter((_, i) => i % step === 0)
          .map((at) => chart.convertFromPixel({ gridIndex: 0 }, at));
        this.choose(polygon);
      }
    });
    chart.on('click', ({ data, seriesType }) => {
      if (seriesType === 'scatter' && data?.id && !this.lasso) {
        this.dispatchEvent(new CustomEvent('pick', { detail: data.id }));
      }
    });
  }

  choose(polygon) {
    this.lasso = false;
    this.chart.dispatchAction({ type: 'brush', areas: [] });
    this.cursor();
    this.dispatchEvent(new CustomEvent('area', { detail: polygon }));
  }

  cursor() {
    this.chart?.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: this.lasso ? 'polygon' : false, brushMode: 'single' },
    });
  }

  toggle() {
    this.lasso = !this.lasso;
    this.cursor();
  }

  get label() {
    const found = this.points.filter((point) => point.decision).length;
    return `Map of ${this.points.length} samples by t-SNE, ${found} of them findings; the table below holds the same`;
  }

  render() {
    return html`<div class="row">
        <button aria-pressed=${Boolean(this.lasso)} @click=${() => this.toggle()}>Lasso</button>
        <button ?disabled=${!this.area} @click=${() => this.choose(null)}>Clear selection</button>
        <span class="muted">Drag to move, turn the wheel to zoom.</span>
      </div>
      <kenshin-chart
        tall
        .option=${this.drawing}
        @ready=${(e) => this.ready(e)}
        @drawn=${() => this.lasso && this.cursor()}
        label=${this.label}
      ></kenshin-chart>`;
  }
}
customElements.define('kenshin-map', SampleMap);
