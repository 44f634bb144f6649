package org.matryoscope.vector;

import java.util.Optional;

/**
 * A move of prefix sums from one prefix length to another.
 *
 * @param start the sums to start from; empty to move in place
 * @param from the prefix length of the start
 * @param to the prefix length to reach
 */
record PrefixMove(Optional<PrefixSums> start, int from, int to) {}
