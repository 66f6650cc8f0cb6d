/** Lets `size` actions run at once, in the order in which they came. A size that grows is asked for when an action comes or ends. */
export function turns(size: number | (() => number)): <Result>(action: () => Promise<Result>) => Promise<Result> {
  const most = typeof size === 'number' ? () => size : size;
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = () => {
    for (; waiting.length > 0 && running < most(); running++) waiting.shift()!();
  };
  return async (action) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
    try {
      return await action();
    } finally {
      running--;
      next();
    }
  };
}
