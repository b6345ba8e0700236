// Serves dist/ for the browser tests at any free port, as `./x serve` does.
import { serve } from "../tools/serve.mjs";
import { dist } from "../tools/paths.mjs";

export default async function start() {
  const server = await serve(dist, 0);
  process.env.ORM_PLAYGROUND_URL = `http://127.0.0.1:${server.address().port}/`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
