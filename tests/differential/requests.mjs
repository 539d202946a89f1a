// Whether a receiver gets from `convert --to curl` and `--to http` what was captured, byte for byte:
//
//     node tests/differential/requests.mjs --program PATH
//
// A server on the loopback interface keeps what it is sent. The commands for curl are run by each shell that is here, in a
// locale of bytes and in one of UTF-8; the requests are sent over a connection as they are.
//
// Needs: bash, curl, sh

import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { environment } from '../support/environment.mjs';
import { linesOf, program, random, report, run } from './lib/support.mjs';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const { below, pick } = random(20261201);
const { check, end } = report();

const received = [];
const server = http.createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const { method, url, headers } = request;
  received.push({ method, url, host: headers.host, type: headers['content-type'], body: Buffer.concat(pieces) });
  response.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const host = `127.0.0.1:${server.address().port}`;

/** What the server was sent while `work` went on. */
async function sent(work) {
  received.length = 0;
  await work();
  return received.splice(0);
}

/** What a program prints, and its status. */
async function finished(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  child.stdout.on('data', (piece) => printed.push(piece));
  child.stderr.on('data', (piece) => printed.push(piece));
  const [status] = await once(child, 'close');
  return `${Buffer.concat(printed)}status ${status}`;
}

// --- bodies ------------------------------------------------------------------------------------------

const head = '"event":{"name":"created","resource":"person"}';
const withText = (text) => `{${head},"text":${JSON.stringify(text)}}`;
const shellText = `'"'"' $HOME \`id\` $(id) \\ \\\\ \\n %s %d %% %n ! !! # ; & | < > * ? [ ] { } ~ @file -x ''`;
const texts = [
  withText(''), withText(shellText), withText('été 日本 🚲 \u202e \u0085'), withText('a"b\\c/\u0000\u001f\u007f'),
  `{${head},\n\t"text" : "a",\r\n "more": [ 1, 2 ]\n}`, `{"it's":1,${head}}`, `{${head},"x":"\\u00e9\\'"}`.replace("\\'", "'"),
  withText('x'.repeat(65000)), withText('x'.repeat(70000)), withText('\u0001é\'\\'.repeat(50000)), withText(' '.repeat(1000)),
];
const fields = 'event%5Bname%5D=created&event%5Bresource%5D=person';
const everyByte = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((c) => !'%&\n'.includes(c)).join('');
const forms = [
  fields, `-x=1&${fields}`, `--data=1&${fields}`, `@file=1&${fields}`, `${fields}&x=it's+100%25`, `${fields}&x=caf%C3%A9&y=café`,
  `${fields}&x=\\n\\\\%27%22`, `${fields}&x=${everyByte}`, `${fields}&x=\u0000\u0000`, `${fields}&x=${'é'.repeat(60000)}`,
  `event[name]=created&event[resource]=person&x=%00`, `${fields}&`, `&&${fields}`,
  `payload=${encodeURIComponent(withText("it's"))}`,
];
const characters = [...everyByte, 'é', '日', '🚲', '\\', '%%', "''", '"'];
const anyText = () => Array.from({ length: below(40) }, () => pick(characters)).join('');
for (let i = 0; i < 40; ++i) {
  texts.push(withText(anyText()));
  forms.push(`k${anyText().replace(/[%=[\]]/g, '')}=&${fields}&x=${anyText().replaceAll('%', '%25')}.`);
}
texts.push(...linesOf(['sample', '-n', '15', '--seed', '3']));
forms.push(...linesOf(['sample', '-n', '15', '--seed', '4', '--to', 'form']));

const deliveries = [...texts.map((body) => ({ type: json, body })), ...forms.map((body) => ({ type: form, body }))];
const url = `http://${host}/hook/{a,b}/[1-3]?x='%20'&y=$(id)#part`;
const expected = deliveries.map(({ type, body }) => ({
  method: 'POST', url: "/hook/{a,b}/[1-3]?x='%20'&y=$(id)", host, type, body: Buffer.from(body),
}));

/** What `convert --to KIND` makes of all deliveries, in order. */
function converted(kind) {
  const convert = (from, bodies) => {
    const { status, stdout, stderr } = spawnSync(program, ['convert', '--to', kind, '--url', url, '--from', from], {
      input: bodies.join('\n'), env: environment(), maxBuffer: 1 << 30,
    });
    assert(status === 0, `convert --to ${kind}: status ${status}\n${stderr}`);
    return stdout;
  };
  return Buffer.concat([convert('json', texts), convert('form', forms)]);
}

/** The differences that are worth printing: not all of a long body. */
function compare(name, got) {
  check(`${name}: requests`, got.length, expected.length);
  for (const [index, request] of got.entries()) {
    const wanted = expected[index];
    if (request.body.equals(wanted?.body) && request.type === wanted.type && request.url === wanted.url
      && request.method === wanted.method && request.host === wanted.host) {
      check(name, true, true);
    } else {
      const brief = ({ body, ...rest }) => ({ ...rest, body: body.subarray(0, 2000).toString('latin1') });
      check(`${name}, request ${index + 1}`, brief(request), wanted && brief(wanted));
    }
  }
}

// --- curl --------------------------------------------------------------------------------------------

const script = converted('curl');
const lines = script.toString('latin1').split('\n').slice(0, -1);
check('a command is a line of printable ASCII', lines.filter((line) => !/^[ -~]+$/.test(line)), []);
check('each delivery is a command', lines.length, deliveries.length);
check('a plain body is an argument', lines.at(-1).startsWith("curl -gsS -H 'Content-Type: "), true);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hookspect-requests-'));
const file = path.join(folder, 'replay');
fs.writeFileSync(file, script);
const isThere = (shell) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
for (const shell of ['sh', 'bash', 'zsh', 'fish'].filter(isThere)) {
  for (const locale of shell === 'sh' || shell === 'bash' ? ['C', 'C.UTF-8'] : ['C.UTF-8']) {
    const name = `${shell} in ${locale}`;
    const got = await sent(async () => {
      const printed = await finished(shell, [file], environment({ LC_ALL: locale }));
      check(`${name} prints nothing`, printed, 'status 0');
    });
    compare(name, got);
  }
}

// --- HTTP --------------------------------------------------------------------------------------------

const got = await sent(async () => {
  const connection = net.connect(server.address().port, '127.0.0.1');
  connection.resume();
  connection.end(converted('http'));
  await once(connection, 'close');
});
compare('one connection', got);

// --- what lies around a body is not delivered --------------------------------------------------------

const inner = withText("it's");
for (const [name, args, input, type, body] of [
  ['an object in an envelope', ['--at', '/data'], `{"data": ${inner} ,"x":1}`, json, inner],
  ['a text in an envelope', ['--at', '/data'], JSON.stringify({ data: inner }), json, inner],
  ['a form in an envelope', ['--at', '/data'], JSON.stringify({ data: fields }), form, fields],
  ['an element', ['-n', '1'], `[ ${inner} , ${inner}]`, json, inner],
]) {
  const { stdout } = run(['convert', '--to', 'http', '--url', `http://${host}/`, ...args], { input });
  const requestOf = (text) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${type}\r\n`
    + `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  check(name, stdout, requestOf(body));
}

server.close();
fs.rmSync(folder, { recursive: true });
end(expected.length);
