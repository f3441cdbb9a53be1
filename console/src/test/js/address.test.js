import assert from 'node:assert/strict';
import { handlers, text } from './page.js';
import { Filters, most, older } from '../../main/resources/web/app/lib/filters.js';
import { choose, link, route } from '../../main/resources/web/app/lib/router.js';

Deno.test('an address is read as it was written, whatever the names are', () => {
  location.hash = link('case', 'c/1 ü', { state: 'review', text: 'a&b', empty: '' });

  const { view, parts, params } = route();

  assert.equal(view, 'case');
  assert.deepEqual(parts, ['c/1 ü']);
  assert.deepEqual(Object.fromEntries(params), { state: 'review', text: 'a&b' });
});

Deno.test('without an address there is the overview', () => {
  location.hash = '';

  assert.deepEqual([route().view, route().parts], ['overview', []]);
});

Deno.test('a choice changes some filters, keeps the others, and is told to the view', () => {
  location.hash = '#/scan/s-1?label=0&source=web';
  let told = 0;
  const hear = () => told++;
  window.addEventListener('kenshin-params', hear);

  choose({ label: '1', source: '' });

  window.removeEventListener('kenshin-params', hear);
  assert.equal(location.hash, '#/scan/s-1?label=1');
  assert.equal(told, 1);
});

const view = () => ({
  read: 0,
  reload() {
    this.read++;
  },
});

Deno.test('the service is asked by the filters that the address names', () => {
  location.hash = '#/scans?state=failed&other=1';
  const filters = new Filters(view(), { state: 'Verdict', model: 'Model' });

  assert.equal(filters.query.toString(), 'limit=200&state=failed');
});

Deno.test('a choice that was seen stays on offer when the list holds it no longer', () => {
  location.hash = '#/scans';
  const filters = new Filters(view(), { state: 'Verdict' });
  filters.choices([{ state: 'healthy' }, { state: 'poisoned' }]);
  location.hash = '#/scans?state=failed';

  assert.equal(text(filters.choices([])), 'Verdict all failed healthy poisoned');
});

Deno.test('choosing changes the address and reads again', () => {
  location.hash = '#/scans';
  const of = view();
  const [changed] = handlers(new Filters(of, { state: 'Verdict' }).choices([{ state: 'healthy' }]), 'change');

  changed({ target: { value: 'healthy' } });

  assert.equal(location.hash, '#/scans?state=healthy');
  assert.equal(of.read, 1);
});

Deno.test('older entries are offered where the list is as long as it was asked to be', () => {
  location.hash = '#/scans?most=3';
  const of = view();

  assert.equal(text(older(of, [1, 2])), '');
  const [more] = handlers(older(of, [1, 2, 3]), 'click');
  more();

  assert.equal(most(), 203);
  assert.equal(of.read, 1);
});
