const PAUSE = 500;

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Resolves with true once every address has answered, or with false once `ended` resolves. */
export async function waitUntilUp(urls, ended) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (const url of urls) {
    while (!(await answers(url))) {
      if (over) return false;
      await new Promise(resolve => {
        setTimeout(resolve, PAUSE);
      });
    }
  }
  return !over;
}
