import { LitElement, html } from 'lit';
class App extends LitElement { render() { return html`<p>hello</p>`; } }
customElements.define('kenshin-console', App);
