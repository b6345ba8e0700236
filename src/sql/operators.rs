//! Operators: their spelling, precedence and algebra. Mirrors `sqlalchemy/sql/operators.py`.

use std::rc::Rc;

/// An operator of a binary, unary or list expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Op {
    And,
    Or,
    Inv,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Neg,
    Is,
    IsNot,
    IsDistinctFrom,
    IsNotDistinctFrom,
    Like,
    NotLike,
    ILike,
    NotILike,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
    Contains,
    NotContains,
    IStartsWith,
    NotIStartsWith,
    IEndsWith,
    NotIEndsWith,
    IContains,
    NotIContains,
    In,
    NotIn,
    Between,
    NotBetween,
    Concat,
    Match,
    NotMatch,
    RegexpMatch,
    NotRegexpMatch,
    RegexpReplace,
    Collate,
    Comma,
    Desc,
    Asc,
    NullsFirst,
    NullsLast,
    Distinct,
    Exists,
    Any,
    All,
    As,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    BitwiseNot,
    BitwiseLshift,
    BitwiseRshift,
    JsonGetitem,
    JsonPathGetitem,
    Getitem,
    /// The ends of `array[a:b]`.
    Slice,
    /// A member of what a function gives: `(f(x)).name`.
    Member,
    /// `x ORDER BY a` as the argument of an aggregate function.
    OrderedBy,
    FromAs,
    Filter,
    IsTrue,
    IsFalse,
    /// Only what an operand is asked against: `operators._asbool`.
    AsBool,
    Custom {
        text: Rc<str>,
        precedence: i16,
        is_comparison: bool,
        eager_grouping: bool,
        natural_self_precedent: bool,
    },
}

impl Op {
    /// How tightly it binds, larger is tighter; `None` where the reference's table has no entry.
    #[allow(clippy::enum_glob_use)]
    fn precedence(&self) -> Option<i16> {
        use Op::*;
        Some(match self {
            FromAs | JsonGetitem | JsonPathGetitem | Getitem | Any | All => 15,
            Mul | TrueDiv | FloorDiv | Mod | Neg | BitwiseNot => 8,
            Add | Sub | BitwiseXor | BitwiseOr | BitwiseAnd | BitwiseLshift | BitwiseRshift => 7,
            Filter => 6,
            Concat | Like | NotLike | ILike | NotILike | In | NotIn | Is | IsNot | Eq | Ne | IsDistinctFrom
            | IsNotDistinctFrom | Gt | Lt | Ge | Le | Between | NotBetween | Distinct | Match | NotMatch
            | RegexpMatch | NotRegexpMatch | RegexpReplace | Inv | IsTrue | IsFalse => 5,
            Collate => 4,
            And | Desc | Asc => 3,
            Or => 2,
            Exists => 0,
            Comma | As => -1,
            AsBool => -10,
            Custom { precedence, .. } => *precedence,
            _ => return None,
        })
    }

    /// Whether `x op x op x` needs no parentheses.
    pub fn is_associative(&self) -> bool {
        matches!(self, Self::And | Self::Or | Self::Concat | Self::Add | Self::Mul)
    }

    /// Whether an operand with `self` inside an expression of `against` takes no parentheses question at
    /// all: `_natural_self_precedent`.
    pub fn is_natural_self_precedent(&self) -> bool {
        self.is_associative()
            || matches!(
                self,
                Self::JsonGetitem
                    | Self::JsonPathGetitem
                    | Self::Getitem
                    | Self::Custom { natural_self_precedent: true, .. }
            )
    }

    /// `operators.is_precedent`: whether an expression of operator `self` inside one of `against` is put
    /// in parentheses.
    pub fn is_precedent(&self, against: &Op) -> bool {
        if self == against && self.is_natural_self_precedent() {
            return false;
        }
        self.precedence().unwrap_or(-100) <= against.precedence().unwrap_or(100)
    }

    /// Whether it compares, so that the result is a boolean.
    pub fn is_comparison(&self) -> bool {
        match self {
            Self::Custom { is_comparison, .. } => *is_comparison,
            _ => matches!(
                self,
                Self::Eq
                    | Self::Ne
                    | Self::Lt
                    | Self::Le
                    | Self::Gt
                    | Self::Ge
                    | Self::Is
                    | Self::IsNot
                    | Self::IsDistinctFrom
                    | Self::IsNotDistinctFrom
                    | Self::Like
                    | Self::NotLike
                    | Self::ILike
                    | Self::NotILike
                    | Self::StartsWith
                    | Self::NotStartsWith
                    | Self::EndsWith
                    | Self::NotEndsWith
                    | Self::Contains
                    | Self::NotContains
                    | Self::IStartsWith
                    | Self::NotIStartsWith
                    | Self::IEndsWith
                    | Self::NotIEndsWith
                    | Self::IContains
                    | Self::NotIContains
                    | Self::In
                    | Self::NotIn
                    | Self::Between
                    | Self::NotBetween
                    | Self::Match
                    | Self::NotMatch
                    | Self::RegexpMatch
                    | Self::NotRegexpMatch
            ),
        }
    }

    /// The operator that means the opposite, where there is one.
    #[allow(clippy::enum_glob_use)]
    pub fn negation(&self) -> Option<Op> {
        use Op::*;
        Some(match self {
            Eq => Ne,
            Ne => Eq,
            Lt => Ge,
            Ge => Lt,
            Gt => Le,
            Le => Gt,
            Is => IsNot,
            IsNot => Is,
            In => NotIn,
            NotIn => In,
            IsDistinctFrom => IsNotDistinctFrom,
            IsNotDistinctFrom => IsDistinctFrom,
            Like => NotLike,
            NotLike => Like,
            ILike => NotILike,
            NotILike => ILike,
            StartsWith => NotStartsWith,
            NotStartsWith => StartsWith,
            EndsWith => NotEndsWith,
            NotEndsWith => EndsWith,
            Contains => NotContains,
            NotContains => Contains,
            IStartsWith => NotIStartsWith,
            NotIStartsWith => IStartsWith,
            IEndsWith => NotIEndsWith,
            NotIEndsWith => IEndsWith,
            IContains => NotIContains,
            NotIContains => IContains,
            Between => NotBetween,
            NotBetween => Between,
            Match => NotMatch,
            NotMatch => Match,
            RegexpMatch => NotRegexpMatch,
            NotRegexpMatch => RegexpMatch,
            IsTrue => IsFalse,
            IsFalse => IsTrue,
            _ => return None,
        })
    }

    /// `operators.is_boolean`: whether the result is a boolean for sure.
    pub fn is_boolean(&self) -> bool {
        self.is_comparison() || matches!(self, Self::Inv | Self::IsTrue | Self::IsFalse | Self::And | Self::Or)
    }

    /// Whether `a op b` is `b op a`.
    pub fn is_commutative(&self) -> bool {
        matches!(self, Self::Eq | Self::Ne | Self::Add | Self::Mul)
    }

    /// Whether it stands behind an expression of ORDER BY.
    pub fn is_order_by_modifier(&self) -> bool {
        matches!(self, Self::Desc | Self::Asc | Self::NullsFirst | Self::NullsLast)
    }

    /// The comparison with its sides exchanged.
    pub fn mirror(&self) -> Op {
        match self {
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            other => other.clone(),
        }
    }

    /// Its spelling with the blanks around it; `None` where each dialect has its own way.
    #[allow(clippy::enum_glob_use)]
    pub fn sql(&self) -> Option<&'static str> {
        use Op::*;
        Some(match self {
            And => " AND ",
            Or => " OR ",
            Add => " + ",
            Mul => " * ",
            Sub => " - ",
            Mod => " % ",
            Neg => "-",
            Lt => " < ",
            Le => " <= ",
            Ne => " != ",
            Gt => " > ",
            Ge => " >= ",
            Eq => " = ",
            IsDistinctFrom => " IS DISTINCT FROM ",
            IsNotDistinctFrom => " IS NOT DISTINCT FROM ",
            Concat => " || ",
            Match => " MATCH ",
            NotMatch => " NOT MATCH ",
            In => " IN ",
            NotIn => " NOT IN ",
            Comma => ", ",
            Slice => ":",
            Member => ".",
            OrderedBy => " ORDER BY ",
            As => " AS ",
            Is => " IS ",
            IsNot => " IS NOT ",
            Collate => " COLLATE ",
            Exists => "EXISTS ",
            Distinct => "DISTINCT ",
            Inv => "NOT ",
            Any => "ANY ",
            All => "ALL ",
            Desc => " DESC",
            Asc => " ASC",
            NullsFirst => " NULLS FIRST",
            NullsLast => " NULLS LAST",
            BitwiseXor => " ^ ",
            BitwiseOr => " | ",
            BitwiseAnd => " & ",
            BitwiseNot => "~",
            BitwiseLshift => " << ",
            BitwiseRshift => " >> ",
            _ => return None,
        })
    }
}
