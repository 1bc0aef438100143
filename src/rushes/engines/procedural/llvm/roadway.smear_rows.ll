; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 31ab64f96fef4b293b7b3292b2668ea8
; entry roadway.smear_rows.0(float32:3:C, int64, float32:3:C) -> none
define void @roadway.smear_rows.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 88
  %14 = load i64, ptr %13, align 8
  %15 = icmp slt i64 %6, 1
  br i1 %15, label %94, label %16
16:
  %17 = getelementptr i8, ptr %0, i64 80
  %18 = load i64, ptr %17, align 8
  %19 = sub i64 0, %10
  %20 = shl i64 %10, 1
  %21 = or i64 %20, 1
  %22 = icmp sgt i64 %20, -1
  %23 = icmp slt i64 %4, 1
  %24 = add nsw i64 %4, -1
  %25 = tail call i64 @llvm.smin.i64(i64 %4, i64 0)
  %26 = mul i64 %8, %6
  %27 = sitofp i64 %10 to double
  %28 = fmul double %27, 2.000000e+00
  %29 = fadd double %28, 1.000000e+00
  %30 = mul i64 %18, %14
  %31 = add i64 %10, 1
  br label %42
32:
  %33 = add nuw nsw i64 %43, 1
  %34 = icmp eq i64 %33, %6
  br i1 %34, label %94, label %42
35:
  %36 = icmp eq i64 %50, 3
  br i1 %36, label %32, label %48
37:
  %38 = phi double [ 0.000000e+00, %48 ], [ %66, %53 ]
  br i1 %23, label %35, label %39
39:
  %40 = getelementptr float, ptr %47, i64 %49
  %41 = getelementptr float, ptr %45, i64 %49
  br label %68
42:
  %43 = phi i64 [ 0, %16 ], [ %33, %32 ]
  %44 = mul i64 %43, %8
  %45 = getelementptr float, ptr %2, i64 %44
  %46 = mul i64 %43, %14
  %47 = getelementptr float, ptr %12, i64 %46
  br label %48
48:
  %49 = phi i64 [ 0, %42 ], [ %50, %35 ]
  %50 = add nuw nsw i64 %49, 1
  br i1 %22, label %51, label %37
51:
  %52 = getelementptr float, ptr %45, i64 %49
  br label %53
53:
  %54 = phi double [ 0.000000e+00, %51 ], [ %66, %53 ]
  %55 = phi i64 [ %21, %51 ], [ %57, %53 ]
  %56 = phi i64 [ %19, %51 ], [ %58, %53 ]
  %57 = add nsw i64 %55, -1
  %58 = add i64 %56, 1
  %59 = tail call i64 @llvm.smax.i64(i64 %56, i64 0)
  %60 = tail call i64 @llvm.smin.i64(i64 %24, i64 %59)
  %61 = add i64 %60, %25
  %62 = mul i64 %61, %26
  %63 = getelementptr float, ptr %52, i64 %62
  %64 = load float, ptr %63, align 4
  %65 = fpext float %64 to double
  %66 = fadd double %54, %65
  %67 = icmp sgt i64 %55, 1
  br i1 %67, label %53, label %37
68:
  %69 = phi double [ %38, %39 ], [ %92, %68 ]
  %70 = phi i64 [ 0, %39 ], [ %71, %68 ]
  %71 = add nuw nsw i64 %70, 1
  %72 = fdiv double %69, %29
  %73 = fptrunc double %72 to float
  %74 = mul i64 %30, %70
  %75 = getelementptr float, ptr %40, i64 %74
  store float %73, ptr %75, align 4
  %76 = add i64 %31, %70
  %77 = tail call i64 @llvm.smin.i64(i64 %24, i64 %76)
  %78 = icmp slt i64 %77, 0
  %79 = select i1 %78, i64 %4, i64 0
  %80 = add i64 %79, %77
  %81 = mul i64 %80, %26
  %82 = getelementptr float, ptr %41, i64 %81
  %83 = load float, ptr %82, align 4
  %84 = sub nsw i64 %70, %10
  %85 = tail call i64 @llvm.smax.i64(i64 %84, i64 0)
  %86 = fpext float %83 to double
  %87 = fadd double %69, %86
  %88 = mul i64 %85, %26
  %89 = getelementptr float, ptr %41, i64 %88
  %90 = load float, ptr %89, align 4
  %91 = fpext float %90 to double
  %92 = fsub double %87, %91
  %93 = icmp eq i64 %4, %71
  br i1 %93, label %35, label %68
94:
  ret void
}
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
