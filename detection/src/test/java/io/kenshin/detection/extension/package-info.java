/** What it takes to add to detection: one class and one line, each shown by a test. */
package io.kenshin.detection.extension;
