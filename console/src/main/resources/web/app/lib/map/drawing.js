// What ECharts draws of a map.
import { colour } from '../chart.js';
import { groups } from './groups.js';

/** From so many points on, those that nothing was found about are drawn in one go. */
const LARGE = 2000;
/** From so many on, findings too; fewer can be picked one by one. */
const LARGE_FOUND = 500;
/** Pixels; below 4, ECharts draws such points as plain rectangles, which is what makes them fast. */
const SMALL = 3.5;
const NEUTRAL = '#8391a0';
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

function tone(name, i) {
  const fixed = { quarantine: colour('bad'), review: colour('warn'), 'nothing found': NEUTRAL, 'not scored': NEUTRAL };
  return fixed[name] ?? PALETTE[i % PALETTE.length];
}

const at = (point) => [point.x, point.y];

const one = (point) => ({
  value: at(point),
  id: point.sampleId,
  symbolSize: point.decision ? 6 + 8 * (point.score ?? 0) : 5,
});

const inOneGo = (points, from) => ({ large: true, largeThreshold: from, symbolSize: SMALL, data: points.map(at) });

/** The points of a group: those that nothing was found about, and above them the findings. */
function scatter(name, points, i) {
  const found = points.filter((point) => point.decision);
  const others = points.filter((point) => !point.decision);
  const itemStyle = { color: tone(name, i), opacity: 0.75 };
  const look = { type: 'scatter', name, itemStyle };
  const outlined = { ...itemStyle, opacity: 0.95, borderColor: colour('card'), borderWidth: 1 };
  return [
    others.length >= LARGE ? { ...look, ...inOneGo(others, LARGE) } : { ...look, symbolSize: 5, data: others.map(one) },
    found.length >= LARGE_FOUND
      ? { ...look, z: 3, ...inOneGo(found, LARGE_FOUND) }
      : { ...look, z: 3, data: found.map(one), itemStyle: outlined },
  ];
}

const ring = (point) => ({
  type: 'scatter',
  z: 5,
  silent: true,
  symbolSize: 18,
  data: [at(point)],
  itemStyle: { color: 'transparent', borderColor: colour('text'), borderWidth: 2 },
});

const outline = (area) => ({
  type: 'line',
  z: 4,
  silent: true,
  showSymbol: false,
  data: [...area, area[0]],
  lineStyle: { color: colour('accent'), width: 2, type: 'dashed' },
});

/** The option of a map with these `points`, `by`, `shown`, `picked` and `area`, zoomed as it was. */
export function drawing({ points, by, shown, picked, area }, zoom = []) {
  const named = groups(points, by, shown);
  const chosen = points.find((point) => point.sampleId === picked);
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
    legend: { top: 0, type: 'scroll', textStyle: { color: colour('text') }, data: [...named.keys()] },
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
      formatter: ({ data, seriesName }) => (data?.id ? `${seriesName}\n${data.id.slice(0, 12)}…` : seriesName),
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
    series: [
      ...[...named].flatMap(([name, group], i) => scatter(name, group, i)),
      ...(chosen ? [ring(chosen)] : []),
      ...(area ? [outline(area)] : []),
    ],
  };
}
