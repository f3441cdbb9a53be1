// The t-SNE map of a scan, with a lasso.
import { LitElement, html } from 'lit';
import { colour } from './chart.js';

const MOST = 20000;
/** From so many points on, those that nothing was found about are drawn in one go; findings, which can be picked, from so many. */
const LARGE = 2000;
const LARGE_FOUND = 500;
/** Pixels; below 4, ECharts draws such points as plain rectangles, which is what makes them fast. */
const SMALL = 3.5;
const VERTICES = 60;
const PALETTE = [
  '#3b82c4',
  '#d1751d',
  '#4a9b52',
  '#9467bd',
  '#8c6d4f',
  '#c65c9e',
  '#7a7f87',
  '#a5a12c',
  '#2aa5b3',
  '#6b6ecf',
];

/** Whether a point lies in a polygon: how often a ray from it crosses an edge. */
export function inside([x, y], polygon) {
  let crossings = 0;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i];
    const [bx, by] = polygon[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) {
      crossings++;
    }
  }
  return crossings % 2 === 1;
}

export const writeArea = (polygon) => polygon.map((at) => at.map((value) => value.toFixed(2)).join(',')).join(';');
export const readArea = (text) => (text ? text.split(';').map((at) => at.split(',').map(Number)) : null);

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
    // A chart that is drawn again forgets the lasso that is being drawn: not for anything that it does not show.
    if (['points', 'by', 'shown', 'area', 'picked'].some((name) => changed.has(name))) {
      this.drawing = () => this.option();
    }
  }

  groups() {
    const keys = {
      label: (point) => point.label,
      source: (point) => point.source ?? 'not named',
      decision: (point) => point.decision ?? 'nothing found',
      score: (point) =>
        point.oddness == null
          ? 'not scored'
          : `${Math.floor(Math.min(0.999, point.oddness) * 5) * 20}–${Math.floor(Math.min(0.999, point.oddness) * 5) * 20 + 20} %`,
    };
    const key = keys[this.by] ?? keys.decision;
    const groups = new Map();
    // Beyond what can be drawn smoothly, findings and an equal part of the others.
    const every = Math.max(1, Math.ceil(this.points.length / MOST));
    this.points.forEach((point, i) => {
      if ((point.decision || i % every === 0) && (!this.shown || this.shown.has(point.sampleId))) {
        const name = key(point);
        if (!groups.has(name)) {
          groups.set(name, []);
        }
        groups.get(name).push(point);
      }
    });
    return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
  }

  tone(name, i) {
    const fixed = {
      quarantine: colour('bad'),
      review: colour('warn'),
      'nothing found': '#8391a0',
      'not scored': '#8391a0',
    };
    return fixed[name] ?? PALETTE[i % PALETTE.length];
  }

  option() {
    const place = (point) => ({
      value: [point.x, point.y],
      id: point.sampleId,
      symbolSize: point.decision ? 6 + 8 * (point.score ?? 0) : 5,
    });
    const groups = this.groups();
    const series = [...groups].flatMap(([name, points], i) => {
      const found = points.filter((point) => point.decision);
      const others = points.filter((point) => !point.decision);
      const look = { type: 'scatter', name, itemStyle: { color: this.tone(name, i), opacity: 0.75 } };
      return [
        others.length >= LARGE
          ? {
              ...look,
              large: true,
              largeThreshold: LARGE,
              symbolSize: SMALL,
              data: others.map((point) => [point.x, point.y]),
            }
          : { ...look, symbolSize: 5, data: others.map(place) },
        found.length >= LARGE_FOUND
          ? {
              ...look,
              z: 3,
              large: true,
              largeThreshold: LARGE_FOUND,
              symbolSize: SMALL,
              data: found.map((point) => [point.x, point.y]),
            }
          : {
              ...look,
              z: 3,
              data: found.map(place),
              itemStyle: { ...look.itemStyle, opacity: 0.95, borderColor: colour('card'), borderWidth: 1 },
            },
      ];
    });
    const picked = this.points.find((point) => point.sampleId === this.picked);
    if (picked) {
      series.push({
        type: 'scatter',
        z: 5,
        silent: true,
        symbolSize: 18,
        data: [[picked.x, picked.y]],
        itemStyle: { color: 'transparent', borderColor: colour('text'), borderWidth: 2 },
      });
    }
    if (this.area) {
      series.push({
        type: 'line',
        z: 4,
        silent: true,
        showSymbol: false,
        data: [...this.area, this.area[0]],
        lineStyle: { color: colour('accent'), width: 2, type: 'dashed' },
      });
    }
    // A choice must not move what the reader looks at.
    const zoom = this.chart?.getOption()?.dataZoom ?? [];
    const plain = {
      type: 'value',
      scale: true,
      axisLabel: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLine: { show: false },
    };
    return {
      grid: { left: 8, right: 8, top: 34, bottom: 8 },
      legend: { top: 0, type: 'scroll', textStyle: { color: colour('text') }, data: [...groups.keys()] },
      xAxis: plain,
      yAxis: plain,
      dataZoom: ['xAxisIndex', 'yAxisIndex'].map((axis, i) => ({
        type: 'inside',
        [axis]: 0,
        filterMode: 'none',
        start: zoom[i]?.start ?? 0,
        end: zoom[i]?.end ?? 100,
      })),
      // Drawn on the canvas: text of samples never becomes markup.
      tooltip: {
        renderMode: 'richText',
        formatter: (at) => (at.data?.id ? `${at.seriesName}\n${at.data.id.slice(0, 12)}…` : at.seriesName),
      },
      brush: {
        brushType: 'polygon',
        brushMode: 'single',
        transformable: false,
        throttleType: 'debounce',
        throttleDelay: 100,
        outOfBrush: {},
        inBrush: {},
        xAxisIndex: 0,
        yAxisIndex: 0,
        brushStyle: { color: 'rgba(128,128,128,.15)', borderColor: colour('accent') },
      },
      toolbox: { show: false },
      series,
    };
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

  render() {
    const found = this.points.filter((point) => point.decision).length;
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
        label=${`Map of ${this.points.length} samples by t-SNE, ${found} of them findings; the table below holds the same`}
      ></kenshin-chart>`;
  }
}
customElements.define('kenshin-map', SampleMap);
