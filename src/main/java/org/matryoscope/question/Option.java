package org.matryoscope.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.retrieval.Funnel;

/**
 * Something that can be chosen about a question: declared once, a control in the window and an option on the command line.
 *
 * @param <T> the type of its value
 */
public sealed interface Option<T> {
    /** Its name on the command line (without dashes), in sessions and in {@link Choices}. */
    String name();

    /** Its name in the window. */
    String label();

    /** What it decides, a sentence without the default. */
    String words();

    /** Its value until one is chosen. */
    T initial();

    /** Whether it only changes how an answer is shown, so that the question need not be asked again. */
    boolean shown();

    /** Values to offer, in order. */
    List<T> offered();

    /** Returns a value in the window's words. */
    String label(T value);

    /** Returns a value as it is written on the command line. */
    String write(T value);

    /**
     * Undoes {@link #write}.
     *
     * @throws IllegalArgumentException if there is no such value; the message says what to choose
     */
    T parse(String text);

    /** Returns what stands for its value in a list of options: "N". */
    String placeholder();

    /**
     * One of a few values.
     *
     * @param name its name
     * @param label its name in the window; empty where the values speak for themselves
     * @param words what it decides
     * @param offered the values
     * @param initial the first value
     * @param labels a value's words
     * @param shown whether it only changes what is shown
     */
    record OneOf<E extends Enum<E>>(String name, String label, String words, List<E> offered, E initial,
            Function<E, String> labels, boolean shown) implements Option<E> {
        /** All values of an enumeration, the first of them chosen. */
        public static <E extends Enum<E>> OneOf<E> shown(String name, String label, String words, Class<E> type,
                Function<E, String> labels) {
            List<E> all = Arrays.asList(type.getEnumConstants());
            return new OneOf<>(name, label, words, all, all.getFirst(), labels, true);
        }

        @Override
        public String label(E value) {
            return labels.apply(value);
        }

        @Override
        public String write(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public E parse(String text) {
            return offered.stream()
                    .filter(value -> write(value).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no “" + text + "”; choose one of " + placeholder().replace("|", ", ")));
        }

        @Override
        public String placeholder() {
            return offered.stream().map(this::write).collect(Collectors.joining("|"));
        }
    }

    /**
     * A whole number.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param least the smallest
     * @param initial the first value
     * @param offered values to offer
     * @param all whether "all" may be said, which is {@link Integer#MAX_VALUE}
     * @param labels a value's words
     * @param shown whether it only changes what is shown
     */
    record Whole(String name, String label, String words, int least, Integer initial, List<Integer> offered,
            boolean all, Function<Integer, String> labels, boolean shown) implements Option<Integer> {
        private static final String ALL = "all";

        /** A count from 1 that decides over the answer. */
        public static Whole count(String name, String label, String words, int initial, Integer... offered) {
            return new Whole(name, label, words, 1, initial, List.of(offered), false, Numbers::whole, false);
        }

        @Override
        public String label(Integer value) {
            return labels.apply(value);
        }

        @Override
        public String write(Integer value) {
            return all && value == Integer.MAX_VALUE ? ALL : Integer.toString(value);
        }

        @Override
        public Integer parse(String text) {
            if (all && text.equals(ALL)) {
                return Integer.MAX_VALUE;
            }
            if (!text.matches("-?[0-9]{1,9}") || Integer.parseInt(text) < least) {
                throw new IllegalArgumentException("choose " + least + " or more" + (all ? ", or all" : ""));
            }
            return Integer.parseInt(text);
        }

        @Override
        public String placeholder() {
            return all ? "N|all" : "N";
        }
    }

    /**
     * A share, 0 … 1.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param initial the first value
     * @param offered values to offer
     * @param shown whether it only changes what is shown
     */
    record Share(String name, String label, String words, Double initial, List<Double> offered,
            boolean shown) implements Option<Double> {
        @Override
        public String label(Double value) {
            return Numbers.percent(value);
        }

        @Override
        public String write(Double value) {
            return Double.toString(value);
        }

        @Override
        public Double parse(String text) {
            if (!text.matches("[0-9]*\\.?[0-9]+") || Double.parseDouble(text) > 1) {
                throw new IllegalArgumentException("choose a share from 0 to 1");
            }
            return Double.valueOf(text);
        }

        @Override
        public String placeholder() {
            return "SHARE";
        }
    }

    /**
     * An amount, 0 or more.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param initial the first value
     * @param shown whether it only changes what is shown
     */
    record Amount(String name, String label, String words, Double initial, boolean shown) implements Option<Double> {
        @Override
        public List<Double> offered() {
            return List.of(initial);
        }

        @Override
        public String label(Double value) {
            return write(value);
        }

        @Override
        public String write(Double value) {
            return Numbers.plain(value);
        }

        @Override
        public Double parse(String text) {
            if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw new IllegalArgumentException("write an amount such as 0.25");
            }
            return Double.valueOf(text);
        }

        @Override
        public String placeholder() {
            return "AMOUNT";
        }
    }

    /**
     * Yes or no, at first no.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it does
     * @param shown whether it only changes what is shown
     */
    record Switch(String name, String label, String words, boolean shown) implements Option<Boolean> {
        @Override
        public Boolean initial() {
            return false;
        }

        @Override
        public List<Boolean> offered() {
            return List.of(false, true);
        }

        @Override
        public String label(Boolean value) {
            return value ? "yes" : "no";
        }

        @Override
        public String write(Boolean value) {
            return Boolean.toString(value);
        }

        @Override
        public Boolean parse(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("choose true or false");
            };
        }

        @Override
        public String placeholder() {
            return "true|false";
        }
    }

    /**
     * Prefix lengths, ascending and each once; at first none are chosen.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param none which are taken where none are chosen
     * @param offered lists to offer
     * @param shown whether it only changes what is shown
     */
    record PrefixList(String name, String label, String words, String none, List<List<Integer>> offered,
            boolean shown) implements Option<List<Integer>> {
        @Override
        public List<Integer> initial() {
            return List.of();
        }

        @Override
        public String label(List<Integer> value) {
            return value.isEmpty() ? none : value.stream().map(Object::toString).collect(Collectors.joining(", "));
        }

        @Override
        public String write(List<Integer> value) {
            return value.stream().map(Object::toString).collect(Collectors.joining(","));
        }

        @Override
        public List<Integer> parse(String text) {
            if (text.isEmpty()) {
                return List.of();
            }
            if (!text.matches("[1-9][0-9]{0,8}( *, *[1-9][0-9]{0,8})*")) {
                throw new IllegalArgumentException("write prefix lengths from 1 on, separated by commas");
            }
            return Stream.of(text.split(" *, *")).map(Integer::valueOf).sorted().distinct().toList();
        }

        @Override
        public String placeholder() {
            return "D,…";
        }
    }

    /**
     * Weights of a few things, each 0 or more; at first all 1.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param labels what is weighted, in order
     */
    record Weights(String name, String label, String words, List<String> labels) implements Option<List<Double>> {
        /** Copies the list. */
        public Weights {
            labels = List.copyOf(labels);
        }

        @Override
        public List<Double> initial() {
            return labels.stream().map(each -> 1.0).toList();
        }

        @Override
        public boolean shown() {
            return false;
        }

        @Override
        public List<List<Double>> offered() {
            return List.of(initial());
        }

        @Override
        public String label(List<Double> value) {
            return write(value);
        }

        @Override
        public String write(List<Double> value) {
            return value.stream().map(Numbers::plain).collect(Collectors.joining(","));
        }

        @Override
        public List<Double> parse(String text) {
            String[] parts = text.split(" *, *", -1);
            if (parts.length != labels.size()
                    || !Stream.of(parts).allMatch(part -> part.matches("[0-9]{1,6}(\\.[0-9]{1,6})?"))) {
                throw new IllegalArgumentException(
                        "write " + labels.size() + " weights, separated by commas: of " + String.join(", ", labels));
            }
            return Stream.of(parts).map(Double::valueOf).toList();
        }

        @Override
        public String placeholder() {
            return "W,…";
        }
    }

    /**
     * Steps of a search; none at first.
     *
     * @param name its name
     * @param label its name in the window
     * @param words what it decides
     * @param presets steps to offer beside none
     */
    record Steps(String name, String label, String words, List<Funnel> presets) implements Option<Funnel> {
        /** No steps. */
        public static final Funnel NONE = new Funnel(List.of());

        @Override
        public Funnel initial() {
            return NONE;
        }

        @Override
        public boolean shown() {
            return false;
        }

        @Override
        public List<Funnel> offered() {
            return Stream.concat(Stream.of(NONE), presets.stream()).toList();
        }

        @Override
        public String label(Funnel value) {
            return value.equals(NONE) ? "none" : value.written();
        }

        @Override
        public String write(Funnel value) {
            return value.written();
        }

        @Override
        public Funnel parse(String text) {
            return text.isEmpty() ? NONE : Funnel.parse(text);
        }

        @Override
        public String placeholder() {
            return "D:KEEP,…";
        }
    }
}
