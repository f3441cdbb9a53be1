import './page.css';
import { LitElement, html, nothing } from 'lit';
import { setToken, setUser, user } from './lib/api.js';
import { dialog } from './lib/dialog.js';
import { connected, live, start } from './lib/live.js';
import { learn } from './lib/may.js';
import { route } from './lib/router.js';
import { toast } from './lib/toast.js';
import { PARENT, VIEWS } from './views.js';

const THEMES = ['auto', 'light', 'dark'];
const THEME = 'kenshin-theme';
const TOAST = 8000;

/** The whole page: where to go, what is shown, what just happened. */
class Console extends LitElement {
  static properties = {
    view: { state: true },
    loaded: { state: true },
    toast: { state: true },
    asking: { state: true },
    online: { state: true },
    menu: { state: true },
    theme: { state: true },
  };

  #seen = false;

  constructor() {
    super();
    this.online = true;
    this.menu = false;
    this.theme = localStorage.getItem(THEME) ?? 'auto';
    document.documentElement.dataset.theme = this.theme;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.go());
    window.addEventListener('kenshin-notify', (e) => this.notify(e.detail));
    window.addEventListener('kenshin-ask', (e) => (this.asking = e.detail));
    window.addEventListener('kenshin-unauthenticated', () => this.login());
    live.addEventListener('state', () => {
      this.#seen ||= connected;
      this.online = connected || !this.#seen;
      learn();
    });
    learn();
    start();
    this.go();
  }

  async go() {
    const { view, parts } = route();
    this.menu = false;
    const known = VIEWS[view] ? view : 'overview';
    await VIEWS[known][1]();
    const changed = this.view?.name !== known || this.view?.part !== parts[0];
    this.view = { name: known, part: parts[0] };
    document.title = `${VIEWS[known][0] ?? `${known} ${parts[0] ?? ''}`} · Kenshin`;
    if (!changed) {
      // Another address of the same view: what it asks for may be something else.
      this.querySelector(`main > kenshin-${known}`)?.reload();
    } else if (this.loaded) {
      // A reader who goes to another view begins at its top, also with a keyboard or a screen reader.
      await this.updateComplete;
      window.scrollTo(0, 0);
      this.querySelector('main').focus({ preventScroll: true });
    }
    this.loaded = true;
  }

  notify(toast) {
    this.toast = toast;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.toast = null), TOAST);
  }

  login() {
    if (!this.asking) {
      this.asking = {
        title: 'API token',
        text: 'This fleet wants a token.',
        reason: true,
        confirm: 'Sign in',
        field: 'Token',
        secret: true,
        resolve: (token) => {
          if (token) {
            setToken(token);
            location.reload();
          }
        },
      };
    }
  }

  switchTheme() {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    localStorage.setItem(THEME, this.theme);
    document.documentElement.dataset.theme = this.theme;
    window.dispatchEvent(new Event('kenshin-theme'));
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  navigation() {
    const here = PARENT[this.view?.name] ?? this.view?.name;
    return Object.entries(VIEWS)
      .filter(([, [title]]) => title)
      .map(
        ([name, [title]]) => html`<a href="#/${name}" aria-current=${name === here ? 'page' : nothing}>${title}</a>`,
      );
  }

  rename() {
    this.asking = {
      title: 'Your name',
      text: 'It is kept with every decision that you take.',
      reason: true,
      confirm: 'Keep',
      field: 'Name',
      value: user(),
      resolve: (name) => {
        if (name) {
          setUser(name);
          this.requestUpdate();
        }
      },
    };
  }

  render() {
    return html` <a
        class="skip"
        href="#main"
        @click=${(e) => {
          e.preventDefault();
          this.querySelector('main').focus();
        }}
        >Skip to content</a
      >
      <header>
        <a class="brand" href="#/overview"><img src="/icon.svg" alt="" width="24" height="24" /> Kenshin</a>
        <button
          class="burger"
          aria-expanded=${this.menu}
          aria-controls="navigation"
          @click=${() => (this.menu = !this.menu)}
        >
          Menu
        </button>
        <span class="space"></span>
        ${this.online ? nothing : html`<span class="badge bad" role="status">no connection</span>`}
        <button class="plain" @click=${() => this.rename()} title="Change your name">${user()}</button>
        <button class="plain" aria-label=${`Theme: ${this.theme}`} @click=${() => this.switchTheme()}>
          <span class="word">Theme: </span>${this.theme}
        </button>
      </header>
      <div class="frame">
        <nav id="navigation" class=${this.menu ? 'open' : ''} aria-label="Views">${this.navigation()}</nav>
        <main id="main" tabindex="-1">${this.view ? this.show(this.view) : nothing}</main>
      </div>
      ${toast(this.toast, () => (this.toast = null))} ${dialog(this.asking, () => (this.asking = null))}`;
  }

  show({ name, part }) {
    const element = this.querySelector(`main > kenshin-${name}`);
    if (element && element.part === part) {
      return element;
    }
    const fresh = document.createElement(`kenshin-${name}`);
    fresh.part = part;
    return fresh;
  }
}
customElements.define('kenshin-console', Console);
