import type { Known, View } from './state';

export function eachView(known: Known, change: (view: View) => View): Known {
  return { ...known, views: { v2: change(known.views.v2), 'v2.1': change(known.views['v2.1']) } };
}
