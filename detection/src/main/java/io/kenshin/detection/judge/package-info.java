/** From figures to judgements: one candidate is put to the model, rules decide about all findings together. */
@NullMarked
package io.kenshin.detection.judge;

import org.jspecify.annotations.NullMarked;
