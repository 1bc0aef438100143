// An HTTPS server that checks the signature of one webhook and answers 204, or 401. Prints JSON.
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const pem = readFileSync(process.env.CERTIFICATE);

function isSigned(header, body) {
  const { t, v1 } = Object.fromEntries(header.split(",").map((part) => part.trim().split("=")));
  if (Math.abs(Date.now() / 1000 - Number(t)) > 300) return false;
  const hmac = createHmac("sha256", process.env.WEBHOOK_SECRET);
  const expected = hmac.update(`${t},`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(v1, "hex"));
}

const server = createServer({ key: pem, cert: pem }, async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const signed = isSigned(request.headers["x-openrouter-signature"], body);
  response.writeHead(signed ? 204 : 401).end(() => {
    const key = request.headers["x-openrouter-idempotency-key"];
    console.log(JSON.stringify({ signed, key, event: JSON.parse(body) }));
    server.close();
    server.closeAllConnections();
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
