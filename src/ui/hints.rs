//! Hints in plain words under the commonest errors. Pure.
//!
//! A table from an exception's class and a part of its message to one or two sentences: what happened
//! in terms of the program, then what to change. The parts are those of SQLAlchemy 2.1.9, sqlite3 and
//! Python as the playground raises them.

/// What to say of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The exception's class without its module, or nothing for any.
    pub class: &'static str,
    /// What must occur in the message, or nothing for any.
    pub pattern: &'static str,
    /// One or two sentences.
    pub text: &'static str,
}

/// Rows by class: `Class { "part of the message" => "text"; }`.
macro_rules! hints {
    ($($class:ident { $($pattern:literal => $text:literal;)+ })+) => {
        &[$($(Hint { class: stringify!($class), pattern: $pattern, text: $text },)+)+]
    };
}

/// In order of precedence: the first that fits is told.
const HINTS: &[Hint] = hints! {
    // Detached instances.
    DetachedInstanceError {
        "lazy load operation" =>
            "The object's session is closed, so this relationship cannot be loaded any more. Load it before, for \
             example with selectinload(Author.books), or keep the session open.";
        "attribute refresh operation" =>
            "A commit or rollback expired this object, and its session is closed, so it cannot be read again. Read it \
             before closing, or use Session(engine, expire_on_commit=False).";
        "deferred load operation" =>
            "This column was left out of the SELECT, and the session is closed now. Load it in the query with \
             undefer(), or keep the session open.";
        "" =>
            "The object has no session, so nothing can be loaded for it. Load what is needed before the session \
             closes, or put the object back with session.add().";
    }
    // Failed and ended transactions.
    PendingRollbackError {
        "during flush" =>
            "An earlier flush failed and took the transaction with it. Call session.rollback() where that error is \
             caught, then go on.";
        "" =>
            "The transaction has failed already and is still open. Call rollback() on the session or the connection \
             before the next statement.";
    }
    InvalidRequestError {
        "Can't operate on closed transaction inside context manager" =>
            "The transaction of this with block has ended already, by commit(), rollback() or an error. Leave the \
             block before sending further statements.";
        "A transaction is already begun on this Session" =>
            "A session begins by itself with its first statement. Leave session.begin() out, call it before the first \
             query, or end the transaction with commit() first.";
        "already initialized a SQLAlchemy Transaction()" =>
            "The connection began a transaction by itself with its first statement. Leave begin() out and commit() at \
             the end, or use with engine.begin() as connection.";
        "Session is already flushing" =>
            "A flush was asked for inside a flush, mostly in an event listener or a property. Change objects there \
             without calling flush() or a query.";
    }
    // Refused rows.
    IntegrityError {
        "Query-invoked autoflush" =>
            "A query flushed the pending objects first, and SQLite refused a row. Give the object all its values \
             before the query, or run the query in with session.no_autoflush.";
        "UNIQUE constraint failed" =>
            "The table already holds a row with this value in the column named in the message. Use another value, or \
             load the row that is there and change it.";
        "NOT NULL constraint failed" =>
            "A column that must have a value got None. Set it, give it a default, or annotate it Mapped[str | None]. \
             If a child lost its parent, set cascade=\"all, delete-orphan\".";
        "FOREIGN KEY constraint failed" =>
            "A row points to a parent that does not exist, or a deleted row is still pointed to. Link objects through \
             the relationship, so that the flush finds the order.";
        "CHECK constraint failed" =>
            "A value breaks the rule of the CHECK constraint named in the message. Change the value, or the \
             CheckConstraint in the model.";
        "datatype mismatch" =>
            "An INTEGER PRIMARY KEY takes whole numbers only and was given something else. Pass an integer, or leave \
             the key out and let SQLite count.";
        "" =>
            "The database refused the row because of a constraint. The message names it; change the value, then call \
             session.rollback() before going on.";
    }
    // What SQLite says of a statement.
    OperationalError {
        "no such table" =>
            "This table does not exist in the database. Call Base.metadata.create_all(engine) after the classes are \
             defined, and check the name in the SQL.";
        "no such column" =>
            "The tables of this statement have no such column. Check the spelling; in SQL of your own a text value \
             stands in single quotes, or better in a :parameter.";
        "has no column named" =>
            "The INSERT names a column that the table does not have. A table made before the model changed keeps its \
             old columns: drop it and create it again.";
        "ambiguous column name" =>
            "Two tables of this statement have a column of this name. Write the table before it, as in author.id.";
        "no such function" =>
            "SQLite has no function of this name; other databases may. Use one of SQLite's, such as strftime() for \
             dates, or compute the value in Python.";
        "misuse of aggregate" =>
            "An aggregate such as count() stands in WHERE, which looks at single rows. Use group_by() and put the \
             condition into having().";
        "returns 2 columns - expected 1" =>
            "A subquery that is compared with one value has two columns. Select a single column in it.";
        "syntax error" =>
            "SQLite could not read the statement at the quoted word. Read the SQL in the log around it: a missing \
             comma, quote or bracket, or clauses in the wrong order.";
        "incomplete input" =>
            "The SQL ends too early: a bracket is open, or nothing follows a clause. Look at its end in the SQL log.";
        "unrecognized token" =>
            "SQLite found something that is no SQL, mostly a quote that is not closed. Pass values as :parameters \
             instead of writing them into the text.";
        "database is locked" =>
            "Another connection has written and not ended its transaction. Commit or close that session first, or do \
             both writes in one session.";
        "too many SQL variables" =>
            "The statement has more parameters than SQLite takes, mostly from a long in_(). Split the list, or use a \
             subquery.";
        "already exists" =>
            "The table is there already. metadata.create_all() looks first and makes only what is missing; in SQL of \
             your own write CREATE TABLE IF NOT EXISTS.";
        "unable to open database file" =>
            "The folder of the database file does not exist. Use sqlite:// for a database in memory, or a plain file \
             name without a folder.";
    }
    // Results.
    InvalidRequestError {
        "The unique() method must be invoked" =>
            "joinedload() of a collection repeats the parent's row for each child. Call unique() before all(), or use \
             selectinload(), which needs none.";
        "Can't use yield_per" =>
            "joinedload() of a collection and subqueryload() need all rows at once, yield_per gives them in parts. Use \
             selectinload() here.";
    }
    NoResultFound {
        "" =>
            "Exactly one row was asked for and none was found. Use one_or_none(), first() or session.get() if that may \
             happen; otherwise check the condition and the data.";
    }
    MultipleResultsFound {
        "" =>
            "At most one row was asked for and several were found. Narrow the condition, or take all(), or first() of \
             an ordered query.";
    }
    ResourceClosedError {
        "does not return rows" =>
            "An INSERT, UPDATE or DDL statement gives no rows to fetch. Add returning(...) to it, or read \
             result.rowcount.";
        "This result object is closed" =>
            "The result was read to its end or its block is over. Keep the rows in a list: rows = result.all().";
        "This Connection is closed" =>
            "The connection was given back, mostly because its with block is over. Move the statement into the block, \
             or connect again.";
        "This transaction is closed" =>
            "The transaction was committed or rolled back already. Begin a new one; a with block ends its transaction \
             by itself.";
    }
    TimeoutError {
        "QueuePool limit" =>
            "All connections of the pool are taken and none came back in time. Close each session when its work is \
             done (with Session(engine) as session), or raise pool_size.";
    }
    // Objects and sessions.
    InvalidRequestError {
        "is already attached to session" =>
            "The object belongs to another session that is still open. Use it there, close that session, or work on a \
             copy: session.merge(obj).";
        "another instance with key" =>
            "This session already holds an object for the same row, and keeps one only. Change that one, or call \
             session.merge(obj), which copies the values onto it.";
        "is not persisted" =>
            "session.delete() needs an object that has a row. This one was never flushed: session.expunge(obj) takes \
             it out of the session.";
        "is not persistent within this Session" =>
            "refresh() and expire() need an object that this session has loaded or flushed. Add it and flush first, or \
             load it with this session.";
        "is not present in this Session" =>
            "The object is not in this session: it was never added, was removed, or is in another one. Check with: obj \
             in session.";
        "Use the make_transient() function" =>
            "The object's row was deleted in this session, so it cannot be added again. Make a new object with the \
             same values.";
        "only allowed a single parent" =>
            "With delete-orphan a child has one parent at a time. Take it out of the old parent's collection before it \
             goes to the new one.";
        "values in identifier to formulate primary key" =>
            "session.get() wants the primary key: one value, or a tuple with one value per key column. For other \
             columns use select().where().";
        "No primary key value supplied" =>
            "A bulk UPDATE finds its rows by primary key. Put the key into each dictionary, or write \
             update(Author).where(...).values(...).";
        "is not available due to lazy='raise" =>
            "This relationship may not load by itself (lazy=\"raise\" or raiseload()). Load it in the query, for \
             example with selectinload().";
    }
    UnboundExecutionError {
        "" => "The session does not know its database. Make it with Session(engine), or sessionmaker(engine).";
    }
    ObjectDeletedError {
        "" =>
            "The object's row is no longer in the table: deleted elsewhere, or never committed. Let the object go and \
             load what is there.";
    }
    StaleDataError {
        "" =>
            "The row was changed or deleted since it was loaded, so the statement did not find it. Load the object \
             again with session.refresh(obj) and repeat the change.";
    }
    FlushError {
        "NULL identity key" =>
            "The INSERT gave the object no primary key. Use an integer primary key, which SQLite counts by itself, or \
             set the key before the flush.";
        "Attempting to flush an item of type" =>
            "A collection holds an object of a class that it is not made for. Put in objects of the class that the \
             relationship names.";
        "" =>
            "The flush could not turn the pending objects into statements. Check the primary keys and relationships of \
             the objects that the message names.";
    }
    UnmappedInstanceError {
        "was a class" =>
            "A class was given where an object is needed. Make one first: session.add(Author(name=\"Ada\")).";
        "NoneType' is not mapped" =>
            "The object is None: the query before it found no row. Check for None before handing it to the session.";
        "list' is not mapped" =>
            "A list was given where one object is needed. Use session.add_all(objects), or loop over the list.";
        "Row' is not mapped" =>
            "session.execute() gives rows, not objects. Take the object out of the row with row.Author or row[0], or \
             use session.scalars().";
        "" =>
            "The session takes only objects of mapped classes. Check that the class inherits from Base and has a \
             __tablename__.";
    }
    UnmappedClassError {
        "" => "This class is not mapped. It has to inherit from Base, with a __tablename__ and a primary key.";
    }
    NoInspectionAvailable {
        "" =>
            "A mapped class or object is needed here, and this is neither. Check that the class inherits from Base and \
             that an object was not swapped for its id.";
    }
    // Queries.
    InvalidRequestError {
        "FROM clause entities have a property" =>
            "filter_by() got a name that the class does not have. Check the spelling, or write where(Author.name == \
             value), where a wrong name is told at once.";
        "Don't know how to join to" =>
            "No foreign key leads from the selected tables to this one. Join along a relationship, join(Author.books), \
             or give the condition as second argument.";
        "Can't compare a collection" =>
            "A collection cannot equal one object. Write Author.books.contains(book), or Author.books.any(Book.title \
             == value).";
        "not implemented for scalar attributes. Use has()" =>
            "any() asks about a collection, and this relationship leads to one object. Use has() instead.";
        "not implemented for collections. Use any()" =>
            "has() asks about one object, and this relationship is a collection. Use any() instead.";
        "already has LIMIT or OFFSET applied" =>
            "A limit is applied last. Call filter(), where() and order_by() before limit() and offset().";
    }
    ArgumentError {
        "Textual column expression" =>
            "select() takes attributes, not their names in quotes. Write select(Author.name), or \
             literal_column(\"...\") for SQL of your own.";
        "Textual SQL expression" =>
            "A plain string is not taken for SQL. Wrap it in text(\"...\"), with values as :name, or build the \
             statement with select().";
        "Did you mean to say select(" =>
            "select() takes its columns one by one since 1.4. Write select(Author, Book) instead of select([Author, \
             Book]).";
        "use the .subquery() method" =>
            "A SELECT inside FROM needs to be a subquery. Write inner = select(...).subquery() and take its columns \
             from inner.c.";
        "Column expression, FROM clause" =>
            "select() got something that is no mapped class and no column. Check that the class inherits from Base, or \
             name its attributes.";
        "Executable SQL or text() construct expected" =>
            "execute() takes a statement. Write session.execute(select(Author)), or text(\"...\") for SQL of your own.";
        "SQL expression for WHERE/HAVING role" =>
            "where() got a plain value instead of a condition. Compare an attribute of the class: where(Author.name == \
             value).";
        "IN expression list" =>
            "in_() takes a list, a tuple or a select(). For one value use ==, as in Author.id == 1.";
        "SQL expression element or literal value" =>
            "A Python object was compared with a column. Compare the relationship, Book.author == author, or the key, \
             Book.author_id == author.id.";
        "Strings are not accepted for attribute names in loader options" =>
            "A loader option takes the attribute itself. Write selectinload(Author.books) instead of \
             selectinload(\"books\").";
        "does not apply to any of the root entities" =>
            "The option starts at a class that this query does not select. Start at a selected one and chain: \
             selectinload(Author.books).joinedload(Book.tags).";
        "Join target, typically" =>
            "join() takes a class or a relationship, not a name in quotes. Write join(Author.books).";
        "List argument must consist only of" =>
            "Parameters are a dictionary, or a list of dictionaries for many rows: execute(statement, {\"id\": 1}).";
        "mapping or list expected for parameters" =>
            "Parameters are a dictionary, or a list of dictionaries for many rows: execute(statement, {\"id\": 1}).";
    }
    ObjectNotExecutableError {
        "" =>
            "Only statements can be executed. Wrap SQL of your own in text(\"...\"), and write select(Author) for the \
             rows of a class.";
    }
    CompileError {
        "Can't resolve label reference" =>
            "order_by() or group_by() got a text that is no column of this SELECT. Write order_by(Author.name.desc()), \
             or wrap your own SQL in text().";
        "Unconsumed column names" =>
            "values() names a column that the table does not have. Check the spelling against the attributes of the \
             class.";
        "identical numbers of columns" =>
            "A UNION puts rows below each other, so each SELECT needs the same number of columns. Name the columns in \
             each of them.";
        "requires a length" => "This database wants a length for texts. Write String(50) in mapped_column().";
        "can't render element of type" =>
            "This column type belongs to another database; SQLite has no form of it. Use JSON for lists and \
             dictionaries, or a type of the sqlalchemy module itself.";
        "" =>
            "The expression cannot be written as SQL for this database. Look for a function, a type or a clause that \
             only another database has.";
    }
    StatementError {
        "A value is required for bind parameter" =>
            "The statement has a :parameter that got no value. Pass it by its name: execute(statement, {\"name\": \
             value}).";
        "type only accepts Python" =>
            "A date column takes Python's dates and times, not text. Pass date(2026, 1, 31), or convert it: \
             date.fromisoformat(text).";
        "Not a boolean value" =>
            "A Boolean column takes True, False or None. Convert the text first, for example with value == \"yes\".";
        "is not JSON serializable" =>
            "A JSON column takes dictionaries, lists, texts, numbers, booleans and None. Turn other objects into these \
             first.";
        "" =>
            "A value does not fit its column's type. The error in brackets says which; convert the value before it \
             goes into the statement.";
    }
    LookupError {
        "is not among the defined enum values" =>
            "The table holds a text that the Enum does not know; enums are stored by their names. Correct the row, or \
             add the name to the enum.";
    }
    ProgrammingError {
        "Error binding parameter" =>
            "SQLite cannot store a value of this Python type. Pass a plain value: an object's id instead of the \
             object, in_() for a list, JSON for a dictionary.";
        "Incorrect number of bindings" =>
            "The SQL has another number of ? than values were given. A single value goes in a tuple too, with the \
             comma: (value,).";
        "Cannot operate on a closed" =>
            "This sqlite3 connection or cursor was closed before. Move the statement up, or open it again.";
        "one statement at a time" =>
            "execute() takes one statement. Send them one by one, or use executescript() of a sqlite3 connection.";
        "can only be used in that same thread" =>
            "A sqlite3 connection belongs to the thread that made it. Open one in each thread, or do the work in one \
             thread.";
    }
    OverflowError {
        "too large to convert to SQLite INTEGER" =>
            "SQLite's integers have 64 bits. Store a larger number as Numeric or as text.";
    }
    // Models.
    InvalidRequestError {
        "failed to locate a name" =>
            "A class or table named in quotes was not found when the models were put together. Check the spelling, and \
             that it is defined or imported before the first query.";
        "that is not a relationship" =>
            "back_populates names a column or something else. It has to name the relationship() of the other class \
             that leads back here.";
        "has no property" =>
            "back_populates names an attribute that the other class does not have. Each side has to name the other's \
             attribute, letter by letter.";
        "One or more mappers failed to initialize" =>
            "A mistake in the models, told by an earlier error, stops all queries. Read what follows \"Original \
             exception was\" and repair that class first.";
        "is already defined for this MetaData instance" =>
            "Two classes or tables have the same table name, or one class is defined twice. Rename one of them, or \
             remove the second definition.";
        "Multiple classes found for path" =>
            "Two mapped classes have this name, so the name in quotes is not clear. Pass the class itself, or its name \
             with the module before it.";
        "does not have a __table__ or __tablename__" =>
            "The class inherits from Base but names no table. Add __tablename__ = \"...\", or __abstract__ = True if \
             it is only a base of other classes.";
        "non-default argument" =>
            "In a dataclass, attributes with a default come after those without. Change their order, or write class \
             Base(MappedAsDataclass, DeclarativeBase, kw_only=True).";
    }
    NoForeignKeysError {
        "inherit condition" =>
            "A subclass with a table of its own needs a key that points to the parent's table. Write id: Mapped[int] = \
             mapped_column(ForeignKey(\"parent.id\"), primary_key=True).";
        "via secondary table" =>
            "The association table needs a foreign key to each side. Write Column(\"author_id\", \
             ForeignKey(\"author.id\")) and the like for its columns.";
        "on relationship" =>
            "No foreign key connects the two tables. Add a column such as author_id: Mapped[int] = \
             mapped_column(ForeignKey(\"author.id\")) on the many side.";
        "" =>
            "These two tables have no foreign key between them, so the join has no condition. Give one: join(Book, \
             Book.author_id == Author.id).";
    }
    AmbiguousForeignKeysError {
        "on relationship" =>
            "Several foreign keys lead from one table to the other. Say which one is meant: \
             relationship(foreign_keys=[author_id]), on both sides.";
        "" =>
            "Several foreign keys connect these tables, so the join is not clear. Give the condition: join(Book, \
             Book.author_id == Author.id), or join a relationship.";
    }
    NoReferencedTableError {
        "" =>
            "A ForeignKey names a table that is not known. It takes the table's name, \"author.id\", not the class's, \
             and that class has to be defined or imported.";
    }
    NoReferencedColumnError {
        "" =>
            "A ForeignKey leads to a column that is not there. It takes table and column, as in \
             ForeignKey(\"author.id\").";
    }
    NoSuchTableError {
        "" =>
            "The table to be reflected is not in this database. Check its name and the engine, or create the tables \
             first.";
    }
    DuplicateColumnError {
        "" =>
            "The table has two columns of this name. Rename one; mapped_column(\"name\", ...) gives a column another \
             name than its attribute.";
    }
    CircularDependencyError {
        "" =>
            "Two rows each need the other's key first. Set post_update=True on one of the two relationships, so that \
             its key is filled in by a second UPDATE.";
    }
    ArgumentError {
        "are both of the same direction" =>
            "When a table points to itself, both sides look alike. Put remote_side=[id] on the side that leads to the \
             parent.";
        "delete-orphan cascade is normally configured" =>
            "delete-orphan belongs to the parent's collection. Move cascade=\"all, delete-orphan\" from this \
             relationship to the one on the other class.";
        "Could not locate any relevant foreign key columns" =>
            "The primaryjoin has no column with a ForeignKey. Declare the foreign key, or mark the column with \
             foreign() in the condition.";
        "Error creating backref" =>
            "backref makes an attribute that the other class already has. Remove that one, or use back_populates on \
             both sides.";
        "Python typing annotation is required" =>
            "relationship() does not know its class. Write books: Mapped[list[\"Book\"]] = relationship(), or \
             relationship(\"Book\").";
        "could not assemble any primary key columns" =>
            "Each mapped class needs a primary key. Add id: Mapped[int] = mapped_column(primary_key=True).";
        "Invalid cascade option" =>
            "This word is no cascade. They are save-update, merge, expunge, delete, delete-orphan, refresh-expire, and \
             all, written with hyphens and commas.";
        "Could not parse SQLAlchemy URL" =>
            "The text is no database URL. Write sqlite:// for a database in memory, or sqlite:///name.db for a file.";
    }
    NoSuchModuleError {
        "" =>
            "There is no dialect of this name; it is postgresql, not postgres. Servers' URLs are served by SQLite \
             here, and sqlite:// is a database in memory.";
    }
    LoaderStrategyException {
        "Can't find strategy" =>
            "lazy= does not know this word. It takes select, joined, selectin, subquery, immediate, raise, \
             raise_on_sql or write_only.";
        "" =>
            "This loader option does not fit the attribute: selectinload() and its kin take relationships, defer() and \
             load_only() take columns.";
    }
    MappedAnnotationError {
        "can't be correctly interpreted" =>
            "The annotation lacks Mapped. Write name: Mapped[str] = mapped_column(), and ClassVar[...] for attributes \
             that are not columns.";
        "Could not locate SQLAlchemy Core type" =>
            "No column type belongs to this Python type. Give one, as in mapped_column(JSON), or write relationship() \
             if it is a mapped class.";
        "Could not resolve all types" =>
            "A name in an annotation is not known. Import it, for example from datetime import datetime, and check the \
             spelling.";
    }
    AssertionError {
        "tried to blank-out primary key" =>
            "A child that leaves its parent loses its foreign key, which is its primary key here. Set cascade=\"all, \
             delete-orphan\" on the parent's collection.";
        "doesn't handle objects of type" =>
            "A relationship got an object of another class than its own. Check which class was put into the collection \
             or attribute.";
        "No such polymorphic_identity" =>
            "The type column holds a text that belongs to no class. Give a class this polymorphic_identity, or correct \
             the row.";
    }
    // Attributes and values.
    AttributeError {
        "object has no attribute '_sa_instance_state'" =>
            "A relationship takes objects of its class, not names or keys. Write Book(author=author), or set the \
             column: Book(author_id=1).";
        "'InstrumentedList' object has no attribute" =>
            "A collection is a list, not one object. Loop over it or take one, author.books[0]; append() puts one in.";
        "'list' object has no attribute" =>
            "This is a list, not one object: all() gives one, and so does a collection. Loop over it, or take one with \
             [0].";
        "'NoneType' object has no attribute" =>
            "What stands before the dot is None. get(), first() and scalar() give None when no row matches, and so \
             does an empty relationship: check for None first.";
        "object associated with" =>
            "In a query a relationship does not reach the other class's attributes. Join it, then name them: \
             join(Book.author).where(Author.name == value).";
        "'Engine' object has no attribute 'execute'" =>
            "An engine executes nothing itself since 2.0. Use with engine.connect() as connection, or a Session.";
        "has no attribute 'query'" =>
            "Author.query is part of Flask-SQLAlchemy. Write session.scalars(select(Author)).";
        "'Select' object has no attribute" =>
            "A select() only describes a query, or the method has another name. Run it with session.scalars(statement) \
             and call all() on the result.";
        "Result' object has no attribute" =>
            "The query has run already; this is its result. Put where(), order_by() and limit() on the select() before \
             it is executed.";
        "'sessionmaker' object has no attribute" =>
            "A sessionmaker makes sessions but is none. Call it first: with SessionLocal() as session.";
        "Could not locate column in row" =>
            "The row has no column of this name. select(Author) gives rows of one object: use row.Author, or \
             session.scalars() for the objects alone.";
        "type object" =>
            "The class has no attribute of this name. Check the spelling, and for a mapped class that the column or \
             relationship is declared in it.";
    }
    NoSuchColumnError {
        "" =>
            "The row has no column of this name. select(Author) gives rows of one object: use row.Author, or \
             session.scalars() for the objects alone.";
    }
    TypeError {
        "is an invalid keyword argument for" =>
            "The class has no attribute of this name. Check the spelling: the constructor takes attribute names, which \
             may differ from column names.";
        "__init__() takes 1 positional argument but" =>
            "Mapped classes take their values by name only. Write Author(name=\"Ada\").";
        "__init__() missing" =>
            "The constructor needs a value that is not given. In a dataclass mapping give the attribute a default, or \
             init=False, if it may be left out.";
        "Boolean value of this clause is not defined" =>
            "Python's and, or, not and chained comparisons do not work on columns. Use and_(), or_(), not_(), or \
             where(first, second).";
        "Incompatible collection type" =>
            "This relationship is a collection and takes a list, books=[book]. If it should lead to one object, \
             annotate it Mapped[\"Book\"].";
        "'Select' object is not iterable" =>
            "A select() only describes a query. Run it: for author in session.scalars(select(Author)).";
        "Result' object is not subscriptable" =>
            "A result is read from front to back. Make a list of it first, with all(), or take first().";
        "Result' has no len()" =>
            "A result does not know how many rows come. Count the list, len(result.all()), or let SQLite count with \
             select(func.count()).";
        "tuple indices must be integers" =>
            "A row is a tuple with names. Write row.title, or use result.mappings() to get dictionaries.";
        "WriteOnly collections don't support iteration" =>
            "A write-only collection is never loaded whole. Query it: session.scalars(author.books.select()).";
        "cannot unpack non-iterable" =>
            "session.scalars() gives one value per row. Use session.execute() when the SELECT has several columns.";
        "is not JSON serializable" => "json does not know this object. Make a dictionary of its attributes first.";
    }
    ValueError {
        "values to unpack" =>
            "There are more or fewer values than names on the left. A row of select(Author) holds one object: use \
             session.scalars(), or select the columns.";
        "Invalid isoformat string" =>
            "A text is no date or time in ISO form, such as 2026-01-31 or 2026-01-31 12:00:00. Correct the text, or \
             the row that holds it.";
    }
    // Python and the playground.
    NotImplementedError {
        "is not part of the playground" =>
            "The playground does not have this part of Python or SQLAlchemy yet. Try another way, or run the program \
             on a real installation.";
        "not yet supported for relationships" =>
            "in_() works on columns. Compare the foreign key, Book.author_id.in_([1, 2]), or use or_() over single \
             comparisons.";
        "is not supported" =>
            "This operation does not exist for this kind of expression, or not here yet. Check the column's type, or \
             write it in another way.";
    }
    MissingGreenlet {
        "" =>
            "With asyncio an attribute cannot load when it is read. Load it in the query with selectinload(), or use \
             the plain Session, as all programs here do.";
    }
    ModuleNotFoundError {
        "'asyncio'" =>
            "asyncio is not there in the playground yet. Use the plain Session and create_engine(); the ORM sends the \
             same statements.";
        "sqlalchemy.ext.asyncio" =>
            "The asyncio extension is not there in the playground yet. Use the plain Session and create_engine(); the \
             ORM sends the same statements.";
        "'greenlet'" =>
            "greenlet serves asyncio, which is not there in the playground yet. Use the plain Session and \
             create_engine().";
        "'alembic" =>
            "Alembic is not there in the playground yet. Make the tables with Base.metadata.create_all(engine); each \
             run starts with an empty database.";
        "'pytest'" =>
            "pytest is not there in the playground yet. Call the test functions at the end of the program; plain \
             assert works.";
        "'unittest'" =>
            "unittest is not there in the playground yet. Call the test functions at the end of the program; plain \
             assert works.";
        "'psycopg" =>
            "The driver is not here and not needed: leave its import out. create_engine(\"postgresql://...\") works \
             and is served by SQLite; compile(dialect=...) shows PostgreSQL's SQL.";
        "'asyncpg'" =>
            "asyncpg serves asyncio, which is not there in the playground yet. Use create_engine(\"postgresql://...\") \
             with the plain Session; SQLite serves it.";
        "'pymysql'" =>
            "The driver is not here and not needed: leave its import out. create_engine(\"mysql://...\") works and is \
             served by SQLite; compile(dialect=...) shows MySQL's SQL.";
        "'MySQLdb'" =>
            "The driver is not here and not needed: leave its import out. create_engine(\"mysql://...\") works and is \
             served by SQLite; compile(dialect=...) shows MySQL's SQL.";
        "'aiosqlite'" =>
            "aiosqlite serves asyncio, which is not there in the playground yet. Use create_engine(\"sqlite://\") with \
             the plain Session.";
        "'numpy'" =>
            "Packages cannot be installed here, and numpy is none of those present. Use lists and loops, or aggregates \
             such as func.avg() and func.sum().";
        "'pandas'" =>
            "Packages cannot be installed here, and pandas is none of those present. Use lists of rows, or GROUP BY \
             with func.sum() and func.avg().";
        "" =>
            "This module is not there, and packages cannot be installed here. Programs can use SQLAlchemy, the common \
             modules of Python, and their own files.";
    }
    ImportError {
        "cannot import name" =>
            "The module has nothing of this name. Check the spelling and the module: select and ForeignKey are in \
             sqlalchemy, Session and Mapped in sqlalchemy.orm.";
    }
    RecursionError {
        "" =>
            "A function calls itself without end. Often two __repr__ methods print each other's objects: print the key \
             instead of the related object.";
    }
    NameError {
        "is not defined" =>
            "Python does not know this name here. Check the spelling and the imports; a class that is defined further \
             down goes into quotes in an annotation.";
    }
    EOFError {
        "" => "Nobody can type while a program runs here, so input() finds nothing. Write the value into the program.";
    }
    FileNotFoundError {
        "" => "The program sees only its own files and those that it wrote in this run, not the files of this device.";
    }
    IndentationError {
        "" =>
            "The spaces at the start of the line do not fit. A line after a colon goes four spaces in; lines of one \
             block start in the same column.";
    }
    SyntaxError {
        "was never closed" =>
            "A bracket is opened at this place and never closed. Look for the missing one on this line or the next.";
        "expected ':'" => "A colon is missing at the end of the line, after class, def, if, for, with or else.";
    }
    // Warnings that a program turned into errors.
    SAWarning {
        "cartesian product" =>
            "This SELECT pairs each row of one table with each row of another. Join them, join(Author.books), or \
             compare their keys in where().";
        "which conflicts with relationship" =>
            "Two relationships write the same foreign key and do not know each other. Link them: back_populates on \
             both sides.";
        "" =>
            "A warning says that the result may not be what was meant; by itself it stops nothing. A warnings filter \
             of the program turned it into an error.";
    }
    LegacyAPIWarning {
        "" =>
            "This call is of the older Query style. It still works; today it is session.get(Author, 1) and \
             session.scalars(select(Author)).";
    }
};

/// The hint for an exception. `class` may have its module before it; `message` is the whole text.
pub fn hint(class: &str, message: &str) -> Option<&'static str> {
    let class = class.rsplit('.').next().unwrap_or(class);
    let fits = |it: &&Hint| (it.class.is_empty() || it.class == class) && message.contains(it.pattern);
    HINTS.iter().find(fits).map(|it| it.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn starts(class: &str, message: &str) -> &'static str {
        let text = hint(class, message).expect("there is a hint");
        text.split(['.', ',', ':']).next().expect("split gives at least one part")
    }

    #[test]
    fn module_of_the_class_does_not_matter() {
        let message = "Parent instance <Author at 0x7f> is not bound to a Session; lazy load operation of attribute \
                       'books' cannot proceed";
        assert!(hint("DetachedInstanceError", message).is_some());
        assert_eq!(hint("sqlalchemy.orm.exc.DetachedInstanceError", message), hint("DetachedInstanceError", message));
    }

    #[test]
    fn message_decides_between_hints_of_one_class() {
        let refused = |what: &str| {
            starts("sqlalchemy.exc.IntegrityError", &format!("(sqlite3.IntegrityError) {what} constraint failed: a.b"))
        };
        assert_eq!(
            refused("UNIQUE"),
            "The table already holds a row with this value in the column named in the message"
        );
        assert_eq!(refused("NOT NULL"), "A column that must have a value got None");
        assert_eq!(refused("UNHEARD-OF"), "The database refused the row because of a constraint");
    }

    #[test]
    fn missing_class_is_told_before_the_failure_that_it_causes() {
        let message = "One or more mappers failed to initialize - can't proceed with initialization of other mappers. \
                       Triggering mapper: 'Mapper[A(a)]'. Original exception was: When initializing mapper \
                       Mapper[A(a)], expression 'Bok' failed to locate a name ('Bok').";
        assert_eq!(
            starts("sqlalchemy.exc.InvalidRequestError", message),
            "A class or table named in quotes was not found when the models were put together"
        );
    }

    #[test]
    fn modules_that_are_not_there_have_hints_of_their_own() {
        let message = |name: &str| format!("No module named '{name}' (not part of the playground)");
        assert_eq!(
            starts("builtins.ModuleNotFoundError", &message("alembic.config")),
            "Alembic is not there in the playground yet"
        );
        assert_eq!(starts("builtins.ModuleNotFoundError", &message("django")), "This module is not there");
    }

    #[test]
    fn errors_of_the_program_itself_have_none() {
        assert_eq!(hint("builtins.ZeroDivisionError", "division by zero"), None);
        assert_eq!(hint("builtins.NotImplementedError", "a shape has to say its area"), None);
        assert_eq!(hint("main.OutOfStock", "no such table left"), None);
    }

    #[test]
    fn no_hint_is_hidden_by_an_earlier_one() {
        for (at, it) in HINTS.iter().enumerate() {
            let hides = |earlier: &&Hint| earlier.class == it.class && it.pattern.contains(earlier.pattern);
            assert_eq!(HINTS[..at].iter().find(hides), None, "before {it:?}");
        }
    }

    #[test]
    fn hints_are_short_sentences() {
        let mut seen = BTreeSet::new();
        for it in HINTS {
            let length = it.text.chars().count();
            assert!((60..=220).contains(&length), "{length} characters: {}", it.text);
            assert!(it.text.ends_with('.') && !it.text.contains('!'), "{}", it.text);
            assert!(seen.insert((it.class, it.pattern)), "twice: {} {}", it.class, it.pattern);
        }
    }
}
