/** Ends this process once its parent is gone: 87 is the exit code of the native module. */
exports.start = (parent) => {
  const watch = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(watch, 3000).unref();
};
