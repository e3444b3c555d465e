import fc from 'fast-check';

// The same inputs in each run, so that a change alone decides whether the tests pass. The nightly workflow draws a seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FAST_CHECK_SEED ?? 20_260_101) });
