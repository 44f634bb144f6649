/**
 * Training a linear map so that prefixes of the vectors it gives are embeddings by themselves: the Matryoshka loss and its
 * gradient, and the steps that follow it, deterministic by seed. Where texts and labels come from is not known here.
 */
@NullMarked
package org.matryoscope.training;

import org.jspecify.annotations.NullMarked;
