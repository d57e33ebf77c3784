import { defineConfig } from 'vite';

const entrySheets = ['app.css', 'table-page.css', 'designer-page.css'];

// One entry that every page loads and the sheets of pages whose answers have a look of their own; the form viewer, the
// diagram viewer, the editors and the grid are chunks that it imports when a page holds their element. Names of entries are stable, so that Razor can name them; the server answers with an ETag.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [withoutVideoFont(), withoutStyleElements()],
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { app: 'src/app.ts', 'table-page': 'src/tables/page.css', 'designer-page': 'src/designer/page.css' },
      checks: { pluginTimings: false },
      onwarn(warning, warn) {
        if (warning.code === 'EVAL' && warning.id?.includes('htmx.org')) return; // allowEval is off in the page's configuration
        warn(warning);
      },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) => (entrySheets.includes(asset.names?.[0]) ? '[name][extname]' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
});

// Bootstrap Italia's sheet carries the font of a video player as a data: URI; nothing uses it and the content security policy
// refuses it.
function withoutVideoFont() {
  return {
    name: 'without-video-font',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName === 'app.css')
          file.source = String(file.source).replace(/@font-face\{font-family:VideoJS[^}]*\}/g, '');
      }
    },
  };
}

// The editor of FEEL cells (CodeMirror) writes its styles into a style element unless it stands in a shadow root; the content
// security policy refuses style elements, but not sheets that a script makes.
function withoutStyleElements() {
  const elementFirst = '!root.head && root.adoptedStyleSheets';
  return {
    name: 'without-style-elements',
    transform(code, id) {
      if (!/style-mod[\\/]src[\\/]style-mod\.js$/.test(id)) return null;
      if (!code.includes(elementFirst)) this.error(`Expected '${elementFirst}' in ${id}, but it is not there: read the new version.`);
      return code.replace(elementFirst, 'root.adoptedStyleSheets');
    },
  };
}
