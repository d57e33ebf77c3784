// Prints what pm4js, unmodified, reads in an XES file: for each trace its name and the name, life cycle and instant of its events; then the activities of a directly-follows graph.
const { readFileSync } = require('node:fs');
const log = console.log;
console.log = () => {};
require('pm4js');
const read = XesImporter.apply(readFileSync(process.argv[2], 'utf8'));
const graph = FrequencyDfgDiscovery.apply(read);
console.log = log;
const text = (attributes, key) => attributes[key]?.value;
console.log(JSON.stringify({
  traces: read.traces.map((trace) => ({
    name: text(trace.attributes, 'concept:name'),
    events: trace.events.map((event) => ({
      name: text(event.attributes, 'concept:name'),
      transition: text(event.attributes, 'lifecycle:transition'),
      at: new Date(text(event.attributes, 'time:timestamp')).toISOString(),
      resource: text(event.attributes, 'org:resource') ?? null,
    })),
  })),
  activities: graph.activities,
}));
