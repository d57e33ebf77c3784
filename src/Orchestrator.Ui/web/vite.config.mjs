import { defineConfig } from 'vite';

// One entry that every page loads; the form viewer, the diagram viewer and the grid are chunks that it imports when a page
// holds their element. Names of entries are stable, so that Razor can name them; the server answers with an ETag.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [withoutVideoFont()],
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { app: 'src/app.ts' },
      checks: { pluginTimings: false },
      onwarn(warning, warn) {
        if (warning.code === 'EVAL' && warning.id?.includes('htmx.org')) return; // allowEval is off in the page's configuration
        warn(warning);
      },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names?.[0] === 'app.css' ? 'app.css' : 'assets/[name]-[hash][extname]'),
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
