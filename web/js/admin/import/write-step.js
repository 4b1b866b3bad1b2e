import { t } from '../../i18n.js';
import { modeChoice } from './mode-choice.js';

/** How the rows are to be written. */
export class WriteStep {
  constructor(view, step, written) {
    this.view = view;
    this.step = step;
    this.written = written;
    if (written) step.fill();
    else
      step.fill(
        modeChoice(view.settings, view.declaration.count, (patch) => view.change(patch)),
      );
  }

  settle(ready) {
    const { mode, validFrom } = this.view.settings;
    this.step.is(
      ready ? 'done' : 'later',
      ready ? t('import.howDone', { mode: t(`mode.${mode}`), day: validFrom }) : '',
    );
  }
}
